package io.openteller.platform.knowledge.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about an approved version's time.
 *
 * @param effectiveFrom null for at once
 * @param effectiveUntil the first moment at which no longer; null for open end
 */
record Effect(
        Instant approvedAt,
        @Nullable Instant effectiveFrom,
        @Nullable Instant effectiveUntil,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String revokedReason) {

    static final String ARCHIVED = "The document was archived";

    /** Whether it would still be in force if the document had stayed. */
    boolean endedByArchiving() {
        return ARCHIVED.equals(revokedReason);
    }

    Instant from() {
        return effectiveFrom == null || effectiveFrom.isBefore(approvedAt) ? approvedAt : effectiveFrom;
    }

    /** The end that was decided for this version, leaving the others aside; null for none. */
    @Nullable Instant ownEnd() {
        return earlier(effectiveUntil, revokedAt);
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
