    /** Two pages with two documents each. */
    private Answer respond(String path, String ignored) {
        return switch (path) {
            case "/pages/0" -> new Answer(200, page("fees", "cards", "1"));
            case "/pages/1" -> new Answer(200, page("loans", "branches", ""));
            case "/documents/fees", "/documents/cards", "/documents/loans", "/documents/branches" ->
                new Answer(200, "{\"markdown\": \"# About %s\\n\\nA new card costs nothing.\"}"
                        .formatted(path.substring("/documents/".length())));
            default -> new Answer(404, "{}");
        };
    }

    private static String page(String one, String other, String next) {
        return "{\"documents\": [%s, %s], \"next\": \"%s\"}".formatted(line(one), line(other), next);
    }

    private static String line(String ref) {
        return "{\"ref\": \"%1$s\", \"title\": \"About %1$s\", \"version\": \"1\", \"address\": \"\"}".formatted(ref);
    }
