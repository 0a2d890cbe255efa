package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the current bank has chosen, remembered: every message asks for it several times. A change on this replica holds at
 * once, one on another after {@link #REMEMBERED}. One caller looks again then; the others go on with what was known.
 */
@Singleton
public class Setups {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final SetupSql stored;
    private final TenantDatabase database;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private long changes;

    Setups(SetupSql stored, TenantDatabase database) {
        this.stored = stored;
        this.database = database;
    }

    private record Remembered(long atNanos, Setup setup) {}

    public Setup current() {
        UUID bank = CurrentTenant.get().id();
        Remembered known = remembered.get(bank);
        if (known == null) {
            return read(bank);
        }
        long now = System.nanoTime();
        if (now - known.atNanos() < REMEMBERED.toNanos()
                // Whoever is first looks again; for the others the old one holds for as long as that takes.
                || !remembered.replace(bank, known, new Remembered(now, known.setup()))) {
            return known.setup();
        }
        return read(bank);
    }

    /** After a change in the transaction that is open, or without one at once. */
    void forget() {
        UUID bank = CurrentTenant.get().id();
        database.afterCommit(() -> changed(() -> remembered.remove(bank)));
    }

    /** Prices are everybody's. */
    void forgetAll() {
        changed(remembered::clear);
    }

    private synchronized void changed(Runnable forgetting) {
        changes++;
        forgetting.run();
    }

    private synchronized long changes() {
        return changes;
    }

    private Setup read(UUID bank) {
        long before = changes();
        Setup setup = stored.read();
        synchronized (this) {
            // What was read before a change is not remembered after it.
            if (changes == before) {
                remembered.put(bank, new Remembered(System.nanoTime(), setup));
            }
        }
        return setup;
    }
}
