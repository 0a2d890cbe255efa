package io.openteller.platform.banking.internal.choice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom somebody wanted to supply an operation, or a whole domain.
 *
 * @param supplier null to choose nobody
 * @param before who was chosen when it was asked for
 * @param decidedReason of a refusal; null for any other
 * @param release that it made; null unless it came in force
 */
public record ChoiceChange(
        UUID id,
        String scope,
        @Nullable String supplier,
        @Nullable String before,
        String reason,
        @Nullable UUID askedBy,
        String askedName,
        Instant askedAt,
        State state,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        @Nullable String decidedReason,
        @Nullable Long release) {

    /** Where it stands. */
    public enum State {
        WAITING,
        IN_FORCE,
        REFUSED,
        /** Somebody wanted another one meanwhile. */
        OVERTAKEN
    }
}
