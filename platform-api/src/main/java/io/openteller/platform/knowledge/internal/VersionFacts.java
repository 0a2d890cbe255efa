package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.AppliesTo;
import io.openteller.platform.reading.ReadDocument.Format;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version without its text.
 *
 * @param effect null until it is approved
 * @param writers everybody who wrote on it or handed it in; the system is not among them
 */
record VersionFacts(
        UUID document,
        String slug,
        int version,
        State state,
        String title,
        Format format,
        String language,
        AppliesTo appliesTo,
        int passages,
        Instant at,
        String by,
        List<UUID> writers,
        @Nullable String changeNote,
        Review review,
        @Nullable Effect effect) {

    enum State {
        DRAFT,
        IN_REVIEW,
        REJECTED,
        APPROVED
    }

    /**
     * How it went with those who approve.
     *
     * @param round counts how often it was handed in; earlier approvals count no longer
     * @param from proposed by the first who approved
     */
    record Review(
            int round,
            int approvalsNeeded,
            @Nullable Instant submittedAt,
            @Nullable String submittedBy,
            @Nullable Instant rejectedAt,
            @Nullable String rejectedBy,
            @Nullable String rejectedReason,
            @Nullable Instant from,
            @Nullable Instant until) {}

    boolean writtenBy(UUID person) {
        return writers.contains(person);
    }

    boolean open() {
        return state == State.DRAFT || state == State.REJECTED;
    }
}
