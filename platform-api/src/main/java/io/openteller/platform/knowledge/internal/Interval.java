package io.openteller.platform.knowledge.internal;

import io.openteller.platform.knowledge.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a version is in force.
 *
 * @param until the first moment at which no longer; null while that is open
 * @param end what ends it: expired, superseded or revoked; superseded too while nothing does
 */
record Interval(Instant from, @Nullable Instant until, Standing end) {

    Standing at(Instant moment) {
        if (moment.isBefore(from)) {
            return Standing.SCHEDULED;
        }
        return until == null || moment.isBefore(until) ? Standing.EFFECTIVE : end;
    }
}
