package io.openteller.host.wire;

/** What no side may pass. */
public final class Limits {

    /** Bytes of one message, its head included. */
    public static final int MESSAGE = 16 << 20;

    /** Objects that one call may lend. */
    static final int LENT = 10_000;

    /** Bytes of a body that travel at once. */
    public static final int PIECE = 32 << 10;

    private Limits() {}
}
