package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Person;
import org.jspecify.annotations.Nullable;

/** What a writer needs to know of the conversation that it has locked. */
record ConversationRow(
        Owner owner, @Nullable Person agent, Assurance assurance, long version, long nextSeq) {

    /** How readers see it once something was said that changed nothing else. @param working whether a turn waits then */
    ConversationState with(boolean working) {
        return new ConversationState(
                owner, working && owner == Owner.ASSISTANT, agent == null ? null : agent.name(), assurance, version);
    }

    /** How readers see it in nobody's hands: with the assistant, or waiting for a person. */
    ConversationState handed(Owner next, boolean working) {
        return next == owner
                ? with(working)
                : new ConversationState(next, working && next == Owner.ASSISTANT, null, assurance, version + 1);
    }
}
