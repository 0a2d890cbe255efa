package io.openteller.platform.llm.internal.asking;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openteller.platform.llm.internal.budgets.Alarms;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model rest that failed several times in a row, or said when to come again. After the rest one call tries it, and the
 * others go on without until that has ended: well, and all ask it again, or badly, and it rests for twice as long. Per bank and
 * model, on this replica.
 */
@Singleton
public class Breakers {

    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();
    private final Alarms alarms;
    private final Clock clock;

    Breakers(Alarms alarms, Clock clock, MeterRegistry meters) {
        this.alarms = alarms;
        this.clock = clock;
        Gauge.builder("openteller.model.breakers.open", this, Breakers::resting)
                .description("Models of banks that this process lets rest, and of which one call may be trying them")
                .register(meters);
    }

    private record Key(UUID bank, String plugin, String model) {}

    /** How a model is. */
    public enum State {
        CLOSED,
        OPEN,
        /** The next call, or one that is under way, tries it. */
        HALF_OPEN
    }

    /** @param until when it is tried again; null unless it rests */
    public record Seen(State state, @Nullable Instant until) {}

    /** @param tryUntil while a call tries it; null when none does */
    private record Entry(int failures, @Nullable Instant restsUntil, Duration rest, @Nullable Instant tryUntil) {}

    private double resting() {
        return entries.values().stream().filter(entry -> entry.restsUntil() != null).count();
    }

    private static Key key(Candidate candidate) {
        return new Key(CurrentTenant.get().id(), candidate.plugin(), candidate.model());
    }

    /** Whether to ask. After a rest only one caller at a time is told yes, until the model is back. */
    boolean admits(Candidate candidate) {
        if (entries.isEmpty()) {
            return true;
        }
        Instant now = clock.instant();
        boolean[] admitted = {true};
        entries.computeIfPresent(key(candidate), (key, entry) -> {
            if (entry.restsUntil() == null) {
                return entry;
            }
            admitted[0] = !now.isBefore(entry.restsUntil())
                    && (entry.tryUntil() == null || !now.isBefore(entry.tryUntil()));
            // A try that never ends, as when its thread dies, holds the others back for one rest and no longer.
            return admitted[0] ? new Entry(entry.failures(), entry.restsUntil(), entry.rest(), now.plus(REST)) : entry;
        });
        return admitted[0];
    }

    void succeeded(Candidate candidate) {
        if (!entries.isEmpty()) {
            entries.remove(key(candidate));
        }
    }

    /** Nothing was learned: another call may try at once. */
    void undecided(Candidate candidate) {
        if (!entries.isEmpty()) {
            entries.computeIfPresent(
                    key(candidate),
                    (key, entry) -> new Entry(entry.failures(), entry.restsUntil(), entry.rest(), null));
        }
    }

    /** @param retryAfter when the model said it; null if not */
    void failed(Candidate candidate, @Nullable Duration retryAfter) {
        Instant now = clock.instant();
        boolean[] opened = {false};
        entries.compute(key(candidate), (key, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            boolean rested = before != null && before.restsUntil() != null;
            if (retryAfter != null) {
                opened[0] = !rested;
                return new Entry(failures, now.plus(shorter(retryAfter, LONGEST_REST)), REST, null);
            }
            if (failures < FAILURES && !rested) {
                return new Entry(failures, null, REST, null);
            }
            Duration rest = rested && before != null ? shorter(before.rest().multipliedBy(2), LONGEST_REST) : REST;
            opened[0] = !rested;
            return new Entry(failures, now.plus(rest), rest, null);
        });
        if (opened[0]) {
            alarms.raise(
                    Alarms.Kind.BREAKER_OPEN,
                    candidate.name(),
                    null,
                    candidate.name() + (retryAfter == null ? " failed again and again" : " asked for rest")
                            + " and is not asked for a while");
        }
    }

    public Seen seen(String plugin, String model) {
        Entry entry = entries.get(new Key(CurrentTenant.get().id(), plugin, model));
        if (entry == null || entry.restsUntil() == null) {
            return new Seen(State.CLOSED, null);
        }
        return clock.instant().isBefore(entry.restsUntil())
                ? new Seen(State.OPEN, entry.restsUntil())
                : new Seen(State.HALF_OPEN, null);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
