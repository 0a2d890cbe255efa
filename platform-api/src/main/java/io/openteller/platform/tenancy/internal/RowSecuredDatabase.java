package io.openteller.platform.tenancy.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

@Singleton
class RowSecuredDatabase implements TenantDatabase {

    private final Jdbi jdbi;

    RowSecuredDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        String tenant = CurrentTenant.get().id().toString();
        return jdbi.inTransaction(sql -> {
            sql.createQuery("SELECT set_config('app.tenant', ?, true)")
                    .bind(0, tenant)
                    .mapTo(String.class)
                    .one();
            return work.run(sql);
        });
    }
}
