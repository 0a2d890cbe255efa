package io.openteller.local;

/** Something the person at the terminal can put right. The message says what is wrong and what to do; no stack trace. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }
}
