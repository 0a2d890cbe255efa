package io.openteller.platform.tenancy;

import org.jdbi.v3.core.Handle;

/** The only way to the database for tenant data. */
public interface TenantDatabase {

    /**
     * Runs {@code work} in one transaction whose first statement names the current tenant to row-level security.
     * Commits when it returns, rolls back when it throws. Called inside such work, it joins the transaction that is open:
     * rooms can then write together, and all of it commits or none.
     */
    <T> T inTransaction(Work<T> work);

    /**
     * Runs {@code action} once the transaction that is open on this thread has committed, and not at all if it rolls back;
     * at once when none is open. For hints only: a crash between commit and action loses it.
     */
    void afterCommit(Runnable action);

    /** SQL to run. Must not call models, plugins or any other network peer: a connection is held. */
    @FunctionalInterface
    interface Work<T> {
        T run(Handle sql);
    }
}
