package io.openteller.platform.curation.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody should look at.
 *
 * @param owner null for nobody
 * @param at since when, or until when
 */
@Serdeable
record Stale(
        String slug,
        String title,
        @Nullable String owner,
        @Nullable LocalDate reviewDue,
        Reason reason,
        @Nullable Instant at) {

    /** The most pressing first. */
    enum Reason {
        REVIEW_DUE,
        EXPIRES_SOON,
        NEVER_CITED,
        OLD
    }
}
