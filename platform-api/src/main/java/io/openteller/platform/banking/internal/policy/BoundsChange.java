package io.openteller.platform.banking.internal.policy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wanted a bank's bounds to be.
 *
 * @param bounds all of them, not what is different
 * @param decidedReason of a refusal; null for any other
 */
public record BoundsChange(
        UUID id,
        String operation,
        Bounds bounds,
        String reason,
        @Nullable UUID askedBy,
        String askedName,
        Instant askedAt,
        State state,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable String decidedReason) {

    /** Where it stands. */
    public enum State {
        WAITING,
        IN_FORCE,
        REFUSED,
        /** Other bounds were put in force, or wanted, meanwhile. */
        OVERTAKEN
    }
}
