package io.openteller.platform.tenancy.internal;

import io.openteller.platform.tenancy.PlatformDatabase;
import io.openteller.platform.tenancy.TenantDatabase.Work;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

@Singleton
class JdbiPlatformDatabase implements PlatformDatabase {

    private final Jdbi jdbi;

    JdbiPlatformDatabase(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        return jdbi.inTransaction(work::run);
    }
}
