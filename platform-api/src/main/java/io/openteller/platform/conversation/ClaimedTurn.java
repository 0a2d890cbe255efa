package io.openteller.platform.conversation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn in this worker's hands.
 *
 * @param seq number of the message that it answers; of the last one that there was, if none started it
 * @param resumes the step that the customer confirmed, if that started this turn; null if a message did
 * @param fence grows with every claim; a reply with an older fence is refused
 * @param deadline when a person must have the conversation at the latest, by this process's clock, however wrong that is
 */
public record ClaimedTurn(
        UUID id,
        UUID conversation,
        long seq,
        String text,
        @Nullable UUID resumes,
        long fence,
        Instant deadline) {}
