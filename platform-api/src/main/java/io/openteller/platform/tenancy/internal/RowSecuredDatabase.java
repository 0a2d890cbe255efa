package io.openteller.platform.tenancy.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

@Singleton
class RowSecuredDatabase implements TenantDatabase {

    /** The transaction that this thread has open. The tenant cannot have changed since: CurrentTenant forbids it. */
    private static final ScopedValue<Open> OPEN = ScopedValue.newInstance();

    private final Jdbi jdbi;

    RowSecuredDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        if (OPEN.isBound()) {
            return work.run(OPEN.get().sql());
        }
        String tenant = CurrentTenant.get().id().toString();
        List<Runnable> afterCommit = new ArrayList<>();
        T result = jdbi.inTransaction(sql -> {
            sql.createQuery("SELECT set_config('app.tenant', ?, true)")
                    .bind(0, tenant)
                    .mapTo(String.class)
                    .one();
            return ScopedValue.where(OPEN, new Open(sql, afterCommit)).call(() -> work.run(sql));
        });
        afterCommit.forEach(Runnable::run);
        return result;
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
