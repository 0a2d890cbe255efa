package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.internal.calls.UsageSql.Slot;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Counts and times of calls, gathered here and written together now and then. A crash loses what was not written yet. */
@Singleton
class UsageBook {

    static final Duration SHORT = Duration.ofMinutes(5);

    private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();
    private final UsageSql rows;
    private final Clock clock;

    UsageBook(UsageSql rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    private record Key(Tenant bank, Slot slot) {}

    void called(String plugin, String operation, long micros, boolean failed) {
        count(plugin, operation, tally -> tally.called(micros, failed));
    }

    void held(String plugin, String operation) {
        count(plugin, operation, Tally::held);
    }

    private void count(String plugin, String operation, UnaryOperator<Tally> one) {
        long width = SHORT.toSeconds();
        Instant begin = Instant.ofEpochSecond(clock.instant().getEpochSecond() / width * width);
        tallies.compute(
                new Key(CurrentTenant.get(), new Slot(plugin, operation, begin)),
                (key, before) -> one.apply(before == null ? new Tally() : before));
    }

    /** Banks that have something to be written. */
    Set<Tenant> waiting() {
        return tallies.keySet().stream().map(Key::bank).collect(Collectors.toSet());
    }

    /** Writes what is gathered of the current bank; keeps it if that does not work. */
    void write() {
        Tenant bank = CurrentTenant.get();
        // In one order for all replicas, so that no two of them wait for each other.
        Map<Slot, Tally> taken = new TreeMap<>();
        for (Key key : tallies.keySet()) {
            if (key.bank().equals(bank)) {
                Tally tally = tallies.remove(key);
                if (tally != null) {
                    taken.put(key.slot(), tally);
                }
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            rows.add(taken);
        } catch (RuntimeException unwritten) {
            taken.forEach((slot, tally) -> tallies.merge(new Key(bank, slot), tally, Tally::add));
            throw unwritten;
        }
    }
}
