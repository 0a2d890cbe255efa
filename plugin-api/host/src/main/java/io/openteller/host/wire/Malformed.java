package io.openteller.host.wire;

/** Bytes that are no message, or a value that cannot be one. */
public final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Malformed(String what) {
        super(what);
    }

    Malformed(String what, Throwable cause) {
        super(what, cause);
    }
}
