package io.openteller.platform.tenancy.internal;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.FirstThreads;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

@Singleton
class RowSecuredDatabase implements TenantDatabase {

    /** The transaction that this thread has open. The tenant cannot have changed since: CurrentTenant forbids it. */
    private static final ScopedValue<Open> OPEN = ScopedValue.newInstance();

    /** Connections that only those who take messages may use: however much is being answered, the next one is stored. */
    private static final int KEPT_FOR_FIRST = 4;

    private static final int USUAL_CONNECTIONS = 16;

    private final Jdbi jdbi;
    private final Semaphore others;

    RowSecuredDatabase(Jdbi jdbi) {
        this(jdbi, USUAL_CONNECTIONS);
    }

    @Inject
    RowSecuredDatabase(Jdbi jdbi, @Property(name = "datasources.default.maximum-pool-size", defaultValue = "16") int connections) {
        this.jdbi = jdbi;
        this.others = new Semaphore(Math.max(connections / 2, connections - KEPT_FOR_FIRST), true);
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        if (OPEN.isBound()) {
            return work.run(OPEN.get().sql());
        }
        String tenant = CurrentTenant.get().id().toString();
        List<Runnable> afterCommit = new ArrayList<>();
        boolean first = FirstThreads.here();
        if (!first) {
            waitForOthers();
        }
        T result;
        try {
            result = committed(work, tenant, afterCommit);
        } finally {
            if (!first) {
                others.release();
            }
        }
        afterCommit.forEach(Runnable::run);
        return result;
    }

    /** As long as the pool itself lets anybody wait. */
    private void waitForOthers() {
        try {
            if (!others.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no connection to the database within 30 seconds");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a connection to the database", stop);
        }
    }

    private <T> T committed(Work<T> work, String tenant, List<Runnable> afterCommit) {
        return jdbi.inTransaction(sql -> {
            sql.setStatementBuilder(new TenantNaming(sql.getStatementBuilder(), tenant));
            return ScopedValue.where(OPEN, new Open(sql, afterCommit)).call(() -> work.run(sql));
        });
    }

    @Override
    public void afterCommit(Runnable action) {
        if (OPEN.isBound()) {
            OPEN.get().afterCommit().add(action);
        } else {
            action.run();
        }
    }

    private record Open(Handle sql, List<Runnable> afterCommit) {}
}
