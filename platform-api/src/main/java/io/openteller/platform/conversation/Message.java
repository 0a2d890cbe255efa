package io.openteller.platform.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message as stored.
 *
 * @param seq position in its conversation, from 1, without gaps
 * @param clientMessageId the sender's own id; null for what the platform wrote
 * @param replyToTurn the turn that this answers; null for what customers and people wrote
 * @param authorName the person's name; null unless a person wrote it
 * @param stepState what became of the step that this message asks the customer for; null if it is open, or asks for none
 * @param helpful what the customer thinks of this answer; null while they have not said it
 * @param detailJson what comes with the text (citations, a card) as a JSON object; null if nothing does
 */
public record Message(
        long seq,
        Author author,
        String text,
        @Nullable String clientMessageId,
        @Nullable UUID replyToTurn,
        @Nullable String authorName,
        @Nullable String detailJson,
        @Nullable String stepState,
        @Nullable Boolean helpful,
        Instant createdAt) {}
