package io.openteller.platform.tenancy.internal;

import io.openteller.platform.tenancy.PlatformDatabase;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

@Singleton
class UnnamedDatabase implements PlatformDatabase {

    private final Jdbi jdbi;

    UnnamedDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inTransaction(TenantDatabase.Work<T> work) {
        return jdbi.inTransaction(work::run);
    }
}
