package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Owner;

record ConversationRow(Owner owner, long nextSeq) {}
