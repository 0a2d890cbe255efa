package io.openteller.packages;

/** Ends the look at a package; never leaves this package. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String words;

    Refusal(Reason reason, String words) {
        super(words, null, false, false);
        this.reason = reason;
        this.words = words;
    }

    Reason reason() {
        return reason;
    }

    String words() {
        return words;
    }
}
