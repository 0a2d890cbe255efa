package io.openteller.bench.canaries;

/** A way out of a platform. */
public enum Way {
    HTTP("answers over HTTP", true),
    STREAM("streams of customers and colleagues", true),
    PROMPT("what banks' models are asked", true),
    PLUGIN("what banks' systems are told", true),
    EXPORT("records and files that a bank takes out", true),
    REDIS("channels and keys of Redis", true),
    LOG("logs", false),
    METRICS("metrics and their labels", false);

    private final String what;
    private final boolean ofBanks;

    Way(String what, boolean ofBanks) {
        this.what = what;
        this.ofBanks = ofBanks;
    }

    String what() {
        return what;
    }

    /** Whether something of a bank may leave by it at all; by the others nobody's words may. */
    boolean isOfBanks() {
        return ofBanks;
    }
}
