package io.openteller.plugins.sandbox.operations;

/** Arguments that are not of the operation's schema; the platform has checked them, so somebody else calls. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        super("the arguments are not of the schema: " + what);
    }
}
