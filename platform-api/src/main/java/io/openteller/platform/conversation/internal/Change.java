package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Message;
import java.util.List;
import java.util.UUID;

/**
 * What this process has just stored, for the streams that it has open itself: nobody has to read it again.
 *
 * @param after how the conversation stands with this message as its last
 * @param hints of the same transaction, which have nothing to add
 */
record Change(Message message, ConversationState after, List<UUID> hints) {}
