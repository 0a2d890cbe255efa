package io.openteller.platform.curation.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the answers that were made from a document.
 *
 * @param cited answers
 * @param resolved conversations with such an answer that never needed a person
 * @param recontacted such conversations whose customer came back within a week with another one
 * @param thumbsDown such conversations whose answers the customer called unhelpful; where none was voted on: that
 *     were rated 1 or 2 of 5
 * @param lastCited null if never in the time asked for
 * @param byDay empty in a list
 */
@Serdeable
record Usage(
        String slug,
        String title,
        long cited,
        long resolved,
        long recontacted,
        long thumbsDown,
        @Nullable Instant lastCited,
        List<Day> byDay) {

    @Serdeable
    record Day(String day, long cited) {}
}
