    /** Everybody has two accounts, but nobody has a reference that ends in 9999. */
    private Answer respond(String path, String ignored) {
        String[] parts = path.split("/");
        if (parts.length != 4 || !parts[1].equals("customers") || !parts[3].equals("accounts")
                || parts[2].endsWith("9999")) {
            return new Answer(404, "{}");
        }
        return new Answer(200, """
                [{"ref": "%1$s-1", "kind": "CURRENT", "nickname": "Everyday account", "last4": "4417",
                  "balanceMinor": 123456, "currency": "GBP"},
                 {"ref": "%1$s-2", "kind": "SAVINGS", "nickname": "Rainy day", "last4": "9020",
                  "balanceMinor": 750000, "currency": "GBP"}]
                """.formatted(parts[2]));
    }
