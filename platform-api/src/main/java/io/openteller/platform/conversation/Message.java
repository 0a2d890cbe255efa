package io.openteller.platform.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as stored.
 *
 * @param seq position in its conversation, from 1, without gaps
 * @param replyToTurn the turn that this answers; null for what customers and people wrote
 */
public record Message(
        long seq, Author author, String text, java.util.@Nullable UUID replyToTurn, Instant createdAt) {}
