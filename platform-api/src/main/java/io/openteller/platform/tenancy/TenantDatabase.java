package io.openteller.platform.tenancy;

import org.jdbi.v3.core.Handle;

/** The only way to the database for tenant data. */
public interface TenantDatabase {

    /**
     * Runs {@code work} in one transaction whose first statement names the current tenant to row-level security.
     * Commits when it returns, rolls back when it throws. Transactions do not nest.
     */
    <T> T inTransaction(Work<T> work);

    /** SQL to run. Must not call models, plugins or any other network peer: a connection is held. */
    @FunctionalInterface
    interface Work<T> {
        T run(Handle sql);
    }
}
