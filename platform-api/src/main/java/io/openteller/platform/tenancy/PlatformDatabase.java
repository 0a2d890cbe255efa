package io.openteller.platform.tenancy;

/**
 * The way to what belongs to the platform and to no bank, such as prices. No bank is named to row-level security here, so that
 * a bank's tables have no rows.
 */
public interface PlatformDatabase {

    /** One transaction of its own; commits when {@code work} returns, rolls back when it throws. */
    <T> T inTransaction(TenantDatabase.Work<T> work);
}
