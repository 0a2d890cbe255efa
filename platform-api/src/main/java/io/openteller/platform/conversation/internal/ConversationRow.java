package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Owner;
import io.openteller.platform.conversation.Person;
import org.jspecify.annotations.Nullable;

/** What a writer needs to know of the conversation that it has locked. */
record ConversationRow(
        Owner owner, @Nullable Person agent, long version, long nextSeq) {}
