package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.internal.calls.UsageSql.Used;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the current bank's calls came to, of all replicas. What they did in the last seconds may not be written yet. */
@Singleton
public class Usage {

    private static final Duration FINE = Duration.ofHours(24);

    private final UsageBook book;
    private final UsageSql rows;
    private final ErrorBook errors;
    private final Clock clock;

    Usage(UsageBook book, UsageSql rows, ErrorBook errors, Clock clock) {
        this.book = book;
        this.rows = rows;
        this.errors = errors;
        this.clock = clock;
    }

    /** Some calls. @param held never came to the plugin: too many, or held back */
    public record Numbers(long calls, long failed, long held, double p50Millis, double p95Millis) {

        private static Numbers of(Tally tally) {
            return new Numbers(tally.calls(), tally.failed(), tally.heldBack(), tally.millis(50), tally.millis(95));
        }
    }

    /** One failed call. */
    public record Failed(Instant at, String operation, String cause, String trace) {}

    /** @param slots of five minutes up to a day, of an hour beyond */
    public record Overview(Map<Instant, Numbers> slots, Map<String, Numbers> operations) {}

    public Overview of(String plugin, Duration back) {
        book.write();
        List<Used> used = rows.since(plugin, clock.instant().minus(back), back.compareTo(FINE) <= 0);
        return new Overview(summed(used, Used::begin), summed(used, Used::operation));
    }

    private static <K extends Comparable<K>> Map<K, Numbers> summed(List<Used> used, Function<Used, K> by) {
        Map<K, Tally> sums = new TreeMap<>();
        used.forEach(one -> sums.computeIfAbsent(by.apply(one), key -> new Tally()).add(one.tally()));
        Map<K, Numbers> numbers = new TreeMap<>();
        sums.forEach((key, tally) -> numbers.put(key, Numbers.of(tally)));
        return numbers;
    }

    /** Newest first. */
    public List<Failed> lastErrors(String plugin) {
        errors.write();
        return errors.last(plugin).stream()
                .map(one -> new Failed(one.at(), one.operation(), one.cause(), one.trace()))
                .toList();
    }
}
