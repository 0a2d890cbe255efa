package io.openteller.platform.curation.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that the documents did not answer well.
 *
 * @param text without personal data
 * @param unanswered the assistant said that it does not know; else it answered without being sure
 * @param secondsWithPeople how long people had the conversation afterwards; 0 if they never did
 * @param nearest the document that came closest; null if none did
 */
record OpenQuestion(
        UUID turn,
        UUID conversation,
        String text,
        Instant at,
        boolean unanswered,
        double secondsWithPeople,
        @Nullable Nearest nearest) {

    @Serdeable
    record Nearest(String slug, String title) {}
}
