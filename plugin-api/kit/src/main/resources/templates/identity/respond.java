    /** Codes that have been sent, oldest first. */
    final List<String> sent = new CopyOnWriteArrayList<>();

    private final Map<String, Challenge> open = new HashMap<>();
    private final Map<String, String> latest = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();

    private static final class Challenge {
        final String code;
        int attemptsLeft = 3;

        Challenge(String code) {
            this.code = code;
        }
    }

    private Answer respond(String path, String body) {
        if (path.equals("/codes")) {
            return send(field(body, "customer"), field(body, "to"));
        }
        return check(open.get(path.split("/")[2]), path.split("/")[2], field(body, "code"));
    }

    private Answer send(String customer, String to) {
        if (asked.merge(customer, 1, Integer::sum) > 10) {
            return new Answer(409, "{\"reason\": \"Too many codes for today.\"}");
        }
        String id = "challenge-" + sent.size();
        sent.add("%06d".formatted(100000 + sent.size() * 7));
        String before = latest.put(customer, id);
        open.remove(before == null ? "" : before);
        open.put(id, new Challenge(sent.get(sent.size() - 1)));
        return new Answer(200, "{\"id\": \"%s\", \"destination\": \"ending in %s\", \"expiresAtSeconds\": %d}"
                .formatted(id, to.substring(to.length() - 3), Instant.now().getEpochSecond() + 300));
    }

    private Answer check(Challenge challenge, String id, String code) {
        if (challenge == null) {
            return new Answer(404, "{}");
        }
        if (challenge.attemptsLeft == 0) {
            return word("TOO_MANY", 0);
        }
        if (challenge.code.equals(code)) {
            open.remove(id);
            return word("RIGHT", 0);
        }
        challenge.attemptsLeft--;
        return challenge.attemptsLeft == 0 ? word("TOO_MANY", 0) : word("WRONG", challenge.attemptsLeft);
    }

    private static Answer word(String word, int attemptsLeft) {
        return new Answer(200, "{\"word\": \"%s\", \"attemptsLeft\": %d}".formatted(word, attemptsLeft));
    }

    /** A text of a flat JSON object; empty if it is not there. */
    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        return found.find() ? found.group(1) : "";
    }
