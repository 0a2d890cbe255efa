package io.openteller.host.wire;

/** What a message is: its first byte. */
public final class Frame {

    /** To the child: an extension's method is called. */
    public static final int CALL = 1;

    /** To either: what a call or a callback came to. */
    public static final int RETURN = 2;

    /** To either: what was thrown instead. */
    public static final int THROW = 3;

    /** To the platform: a method of a lent object. */
    public static final int CALLBACK = 4;

    /** To the platform: more of a lent stream. */
    public static final int READ = 5;

    /** To the child: what to run; back: what it is, or why not. */
    public static final int START = 6;

    /** To the child: nobody waits for that call any more. */
    public static final int CANCEL = 7;

    /** To the child: stop your plugin and end. */
    public static final int STOP = 8;

    private Frame() {}
}
