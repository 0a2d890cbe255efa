package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Gets hold of a conversation's run for a turn; another worker may be leading it on. */
@Singleton
class Holding {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final TenantDatabase database;

    Holding(TenantDatabase database) {
        this.database = database;
    }

    /**
     * @return the open run; empty if there is none
     * @throws Overtaken if another worker does not let go of it for long
     */
    Optional<Run> take(UUID conversation) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<Run> open = database.inTransaction(sql -> RunSql.open(sql, conversation));
            if (open.isEmpty() || !open.get().busy() && !open.get().goesOn()) {
                return open;
            }
            Run run = open.get();
            if (!run.busy() && database.inTransaction(sql -> RunSql.lease(sql, run, Leading.LEASE))) {
                return database.inTransaction(sql -> RunSql.find(sql, run.id()));
            }
            if (System.nanoTime() - end >= 0) {
                throw new Overtaken(run.id());
            }
            pause();
        }
    }

    boolean knows(Run run, UUID origin) {
        return database.inTransaction(sql -> RunSql.happened(sql, run.id(), origin));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for a run", stop);
        }
    }
}
