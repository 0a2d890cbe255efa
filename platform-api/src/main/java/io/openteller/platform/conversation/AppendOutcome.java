package io.openteller.platform.conversation;

import java.util.UUID;

/** What became of a customer's message. */
public sealed interface AppendOutcome {

    /** Stored; {@code turn} will answer it. */
    record Appended(long seq, UUID turn) implements AppendOutcome {}

    /** The same client message id was stored before; nothing changed. */
    record Duplicate(long seq) implements AppendOutcome {}

    /** Stored for the person (or queue) who owns the conversation; the assistant stays silent. */
    record ForPerson(long seq) implements AppendOutcome {}

    record Closed() implements AppendOutcome {}

    record Unknown() implements AppendOutcome {}
}
