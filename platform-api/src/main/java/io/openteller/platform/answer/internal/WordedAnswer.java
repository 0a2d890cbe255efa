package io.openteller.platform.answer.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An answer that somebody worded.
 *
 * @param intent of which it speaks; null where its questions alone say it
 * @param questions in customers' words; empty where the intent alone says it
 * @param strict whether of the intent nothing but approved wording may be said
 * @param documentSlug the document that says the same
 */
@Serdeable
record WordedAnswer(
        UUID id,
        @Nullable String intent,
        List<String> questions,
        String text,
        String language,
        boolean strict,
        @Nullable String documentSlug,
        String by,
        Instant at,
        @Nullable String approvedBy,
        Standing standing) {

    /** Only APPROVED is said to customers. */
    @Serdeable
    enum Standing {
        IN_REVIEW,
        APPROVED,
        REJECTED
    }
}
