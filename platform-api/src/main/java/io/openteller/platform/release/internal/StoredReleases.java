package io.openteller.platform.release.internal;

import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.BankChanges;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Lately;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredReleases implements Releases {

    private static final ScopedValue<Long> HELD = ScopedValue.newInstance();

    private final TenantDatabase database;
    private final Lately<Long> known;

    StoredReleases(TenantDatabase database, BankChanges changes) {
        this.database = database;
        this.known = new Lately<>(changes, database);
    }

    @Override
    public <T> T holding(long release, ScopedValue.CallableOp<T, RuntimeException> work) {
        return ScopedValue.where(HELD, release).call(work);
    }

    @Override
    public long current() {
        return HELD.isBound() ? HELD.get() : stored();
    }

    @Override
    public long lately() {
        return HELD.isBound() ? HELD.get() : known.of(this::stored);
    }

    private long stored() {
        return database.inTransaction(sql -> sql.createQuery("SELECT coalesce(max(number), 0) FROM release")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long publish(String by, String what, @Nullable String before, @Nullable String after) {
        UUID tenant = CurrentTenant.get().id();
        return database.inTransaction(sql -> {
            // One number after the other: a second change waits for the first to commit.
            sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "release:" + tenant);
            database.afterCommit(known::forget);
            return sql.createQuery("""
                            INSERT INTO release (tenant_id, number, published_by, what, before, after)
                            SELECT :tenant, coalesce(max(number), 0) + 1, :by, :what, :before, :after FROM release
                            RETURNING number
                            """)
                    .bind("tenant", tenant)
                    .bind("by", by)
                    .bind("what", what)
                    .bind("before", before)
                    .bind("after", after)
                    .mapTo(Long.class)
                    .one();
        });
    }

    @Override
    public List<Release> list(int limit) {
        return database.inTransaction(sql -> sql.createQuery("SELECT number, published_at, published_by, what, before, after"
                        + " FROM release ORDER BY number DESC LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new Release(
                        row.getLong("number"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("published_by"),
                        row.getString("what"),
                        row.getString("before"),
                        row.getString("after")))
                .list());
    }
}
