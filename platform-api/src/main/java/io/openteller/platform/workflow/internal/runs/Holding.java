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

    /** @param knows whether it has heard of what it is taken for */
    record Held(Run run, boolean knows) {}

    /**
     * @param origin what it is taken for
     * @return the open run; empty if there is none
     * @throws Overtaken if another worker does not let go of it for long
     */
    Optional<Held> take(UUID conversation, UUID origin) {
        return take(conversation, origin, look(conversation, origin));
    }

    /** What {@link #take} begins with, for a caller who has something else to read with it. */
    Optional<Held> look(UUID conversation, UUID origin) {
        return database.inTransaction(sql -> RunSql.open(sql, conversation)
                .map(run -> new Held(run, RunSql.happened(sql, conversation, origin))));
    }

    /** @param seen a moment ago */
    Optional<Held> take(UUID conversation, UUID origin, Optional<Held> seen) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Held> open = seen;
        while (true) {
            if (open.isEmpty()) {
                return open;
            }
            Run run = open.get().run();
            if (!run.busy() && !run.goesOn()) {
                return open;
            }
            boolean knows = open.get().knows();
            if (!run.busy() && database.inTransaction(sql -> RunSql.lease(sql, run, Leading.LEASE))) {
                return database.inTransaction(sql -> RunSql.find(sql, run.id()))
                        .map(leased -> new Held(leased, knows));
            }
            if (System.nanoTime() - end >= 0) {
                throw new Overtaken(run.id());
            }
            pause();
            open = look(conversation, origin);
        }
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
