package io.openteller.host;

/**
 * A call that came to no result. The message is for operators, and holds nothing that the plugin's own
 * exceptions say; nothing of its classes is kept.
 */
public final class PluginFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String trace;
    private final String said;

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
        this(kind, why, "", "");
    }

    public PluginFailure(Kind kind, String why, String trace, String said) {
        super(why);
        this.kind = kind;
        this.trace = trace;
        this.said = said;
    }

    public Kind kind() {
        return kind;
    }

    /** Kinds and places in the plugin, without what exceptions say; may be empty. */
    public String trace() {
        return trace;
    }

    /** What the plugin's exception says. May hold anything, secrets and customers' names too: not for logs and pages. */
    public String said() {
        return said;
    }
}
