package io.openteller.platform.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A turn in this worker's hands.
 *
 * @param fence grows with every claim; a reply with an older fence is refused
 * @param deadline when a person must have the conversation at the latest
 */
public record ClaimedTurn(UUID id, UUID conversation, String text, long fence, Instant deadline) {}
