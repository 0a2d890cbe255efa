package io.openteller.host;

/**
 * A call that came to no result. The message is for operators; nothing of the plugin's own classes is kept in it.
 */
public final class PluginFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String trace;

    /** Whose doing it was. */
    public enum Kind {
        /** It threw something, or returned nothing. */
        THREW,
        /** It did not end by its deadline. */
        TOO_SLOW,
        /** Its process ended during the call, or is not there. What the call was for may have happened. */
        ENDED,
        /** Its process said something that is no answer. */
        MALFORMED,
        /** It was closed, or cannot be asked: nothing has happened. */
        NOT_CALLED
    }

    public PluginFailure(Kind kind, String why) {
        this(kind, why, "");
    }

    public PluginFailure(Kind kind, String why, String trace) {
        super(why);
        this.kind = kind;
        this.trace = trace;
    }

    public Kind kind() {
        return kind;
    }

    /** Where in the plugin, for its maker; may be empty. */
    public String trace() {
        return trace;
    }
}
