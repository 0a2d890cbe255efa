package io.openteller.platform.training.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A bank's threshold as it is stored. */
@Singleton
class ScopeSql {

    /** @param threshold null where the bank takes the likeliest intent in any case */
    record Chosen(@Nullable Double threshold, long release) {}

    /** Empty while the bank has chosen nothing. */
    Optional<Chosen> chosen(Handle sql) {
        return sql.createQuery("SELECT threshold, release FROM intent_scope")
                .map((row, context) -> {
                    double threshold = row.getDouble("threshold");
                    return new Chosen(row.wasNull() ? null : threshold, row.getLong("release"));
                })
                .findOne();
    }

    void put(Handle sql, Chosen chosen, String by) {
        sql.createUpdate("""
                        INSERT INTO intent_scope (tenant_id, threshold, release, updated_by)
                        VALUES (:tenant, :threshold, :release, :by)
                        ON CONFLICT (tenant_id) DO UPDATE SET threshold = excluded.threshold, release = excluded.release,
                            updated_at = now(), updated_by = excluded.updated_by
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("threshold", chosen.threshold())
                .bind("release", chosen.release())
                .bind("by", by)
                .execute();
    }
}
