package io.openteller.platform.conversation;

import org.jspecify.annotations.Nullable;

/** What became of a change of hands. */
public sealed interface OwnershipOutcome {

    /** @param seq number of the message that says so, or that was said */
    record Done(long seq) implements OwnershipOutcome {}

    /** Nothing changed: it was like that already. */
    record Unchanged() implements OwnershipOutcome {}

    /** Another person has it, or it changed since the version that was named. */
    record Conflict(Owner owner, @Nullable Person holder) implements OwnershipOutcome {}

    record Closed() implements OwnershipOutcome {}

    record Unknown() implements OwnershipOutcome {}
}
