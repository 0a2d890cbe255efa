package io.openteller.platform.conversation;

/** What became of a reply. */
public sealed interface ReplyOutcome {

    record Stored(long seq) implements ReplyOutcome {}

    /** There was nothing to say. The turn is done. */
    record Silent() implements ReplyOutcome {}

    /** Another worker claimed the turn since, or has answered it. The text is dropped. */
    record Superseded() implements ReplyOutcome {}

    /** A person took over while the reply was made. The turn is done, the text is dropped. */
    record PersonOwns() implements ReplyOutcome {}
}
