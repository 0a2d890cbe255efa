    /** What it has taken, oldest first. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    private Answer respond(String path, String body) {
        if (!path.equals("/messages")) {
            return new Answer(404, "{}");
        }
        taken.add(body);
        return new Answer(200, "{\"id\": \"m-%d\"}".formatted(taken.size()));
    }
