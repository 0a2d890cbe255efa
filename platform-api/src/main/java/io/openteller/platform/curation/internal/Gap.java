package io.openteller.platform.curation.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.curation.internal.OpenQuestion.Nearest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that customers ask and the documents do not answer well.
 *
 * @param label the question that says it best
 * @param questions the newest first; not more than twenty of them
 * @param volume how many questions
 * @param outline headings for a document that would close it
 * @param suggestedOwner of the nearest document; null if it has none
 * @param owner who was given it; null if nobody was
 * @param askedSinceClosed questions after it was closed: a reason to look again
 */
@Serdeable
record Gap(
        UUID id,
        String label,
        List<Asked> questions,
        int volume,
        int unanswered,
        int lowConfidence,
        Cost cost,
        List<String> outline,
        @Nullable Nearest nearest,
        @Nullable String suggestedOwner,
        State state,
        @Nullable String owner,
        int askedSinceClosed) {

    enum State {
        OPEN,
        PLANNED,
        CLOSED
    }

    @Serdeable
    record Asked(String text, Instant at, UUID conversationId) {}

    /** @param minutes that people had the conversations afterwards, waiting included */
    @Serdeable
    record Cost(double minutes) {}

    /** What a person decided about it. */
    record Decided(UUID id, String label, State state, @Nullable String owner, Instant at) {}
}
