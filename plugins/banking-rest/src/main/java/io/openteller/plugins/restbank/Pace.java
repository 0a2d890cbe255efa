package io.openteller.plugins.restbank;

import io.openteller.connectors.Connector.Rate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often a bank is asked, at most. Who would wait too long is turned away at once and takes nobody's place. Counts for this
 * process: several of them ask several times as often.
 */
final class Pace {

    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Pace(Clock clock) {
        this.clock = clock;
    }

    private static final class Bucket {
        private Instant next = Instant.EPOCH;
    }

    /** How long to wait before asking; null if that is longer than {@code atMost}. */
    @org.jspecify.annotations.Nullable Duration reserve(String whose, Rate rate, Duration atMost) {
        Bucket bucket = buckets.computeIfAbsent(whose, none -> new Bucket());
        Duration each = Duration.ofSeconds(1).dividedBy(rate.perSecond());
        synchronized (bucket) {
            Instant now = clock.instant();
            Instant earliest = now.minus(each.multipliedBy(rate.atOnce() - 1L));
            Instant mine = bucket.next.isBefore(earliest) ? earliest : bucket.next;
            Duration wait = mine.isAfter(now) ? Duration.between(now, mine) : Duration.ZERO;
            if (wait.compareTo(atMost) > 0) {
                return null;
            }
            bucket.next = mine.plus(each);
            return wait;
        }
    }
}
