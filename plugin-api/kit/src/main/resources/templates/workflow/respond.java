    private int booked;

    /** Every day has room, but for Sundays nobody can ask. */
    private Answer respond(String path, String body) {
        if (!path.equals("/appointments")) {
            return new Answer(404, "{}");
        }
        if (body.contains("2031-01-05")) {
            return new Answer(409, "{\"reason\": \"The branch is closed on that day.\"}");
        }
        booked++;
        return new Answer(200, "{\"number\": \"A-%d\"}".formatted(1000 + booked));
    }
