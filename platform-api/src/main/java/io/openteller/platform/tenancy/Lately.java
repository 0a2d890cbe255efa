package io.openteller.platform.tenancy;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What a bank changes seldom and every turn asks for: known until a change is heard of ({@link BankChanges}), which is within about a
 * second of another process's; while none are heard of, for two seconds. Who changes it calls {@link #forget} when that is committed.
 * The tables that it is read from have to tell of changes ({@code bank_changed}). Safe for concurrent use.
 */
public final class Lately<T> {

    private static final Duration UNHEARD = Duration.ofSeconds(2);

    /** A table that does not tell must not be read once and for all. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final BankChanges changes;
    private final TenantDatabase database;
    private final Map<UUID, Seen<T>> known = new ConcurrentHashMap<>();

    public Lately(BankChanges changes, TenantDatabase database) {
        this.changes = changes;
        this.database = database;
    }

    private record Seen<T>(T value, long change, long at) {
        private boolean isYoungerThan(Duration age) {
            return System.nanoTime() - at < age.toNanos();
        }
    }

    /** Of the current bank. */
    public T of(Supplier<T> look) {
        UUID bank = CurrentTenant.get().id();
        // Before it is read: what changes while it is read makes it old at once.
        long change = changes.of(bank);
        long now = System.nanoTime();
        Seen<T> seen = known.get(bank);
        if (seen != null && seen.change() == change && seen.isYoungerThan(changes.areHeard() ? LONGEST : UNHEARD)) {
            return seen.value();
        }
        T value = look.get();
        // What a transaction reads of what it has itself written holds only if it commits.
        database.afterCommit(() -> known.put(bank, new Seen<>(value, change, now)));
        return value;
    }

    /** Of the current bank. */
    public void forget() {
        changes.changed();
    }
}
