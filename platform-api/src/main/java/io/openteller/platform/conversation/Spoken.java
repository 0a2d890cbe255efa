package io.openteller.platform.conversation;

import java.util.List;

/**
 * A conversation and what was said in it, read together.
 *
 * @param messages in their order
 */
public record Spoken(Conversation conversation, List<Message> messages) {}
