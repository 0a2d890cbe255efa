package io.openteller.platform.conversation.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.conversation.Assurance;
import io.openteller.platform.conversation.Conversation;
import io.openteller.platform.conversation.Owner;
import org.jspecify.annotations.Nullable;

/** What a reader's screen shows about the conversation as a whole. */
@Serdeable
record ConversationState(
        Owner owner, boolean working, @Nullable String agentName, Assurance assurance, long version) {

    static ConversationState of(Conversation conversation) {
        var agent = conversation.agent();
        return new ConversationState(
                conversation.owner(),
                conversation.working() && conversation.owner() == Owner.ASSISTANT,
                agent == null ? null : agent.name(),
                conversation.assurance(),
                conversation.version());
    }
}
