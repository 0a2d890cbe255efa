package io.openteller.platform.plugin.internal.calls;

/** A plugin answered with what its interface does not allow. */
final class WrongAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongAnswer(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
