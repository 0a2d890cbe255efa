package io.openteller.platform.conversation.internal;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A turn to be stored with its message.
 *
 * @param resumes the step that the customer took, if that starts it
 * @param lease of the process that begins it at once, with {@link #FIRST_FENCE}; null: it waits until somebody takes it
 */
record NewTurn(UUID id, @Nullable UUID resumes, Duration answerWithin, @Nullable Duration lease) {

    static final long FIRST_FENCE = 1;
}
