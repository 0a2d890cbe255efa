package io.openteller.platform.tenancy;

import io.openteller.platform.tenancy.TenantDatabase.Work;

/** The platform's own tables, which belong to no bank. Row-level security shows it nothing of any bank. */
public interface PlatformDatabase {

    /** Runs {@code work} in a transaction of its own; commits when it returns, rolls back when it throws. */
    <T> T inTransaction(Work<T> work);
}
