package io.openteller.platform.rehearsal.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Test runs as they are kept. Times are the database's. */
@Singleton
class TrialSql {

    /** @param moves how much has happened to it */
    record Kept(UUID id, String definition, String customerRef, String state, String told, long moves) {}

    /** @return how many were begun within {@code kept}; older ones are gone afterwards */
    int cleared(Handle sql, Duration kept) {
        sql.createUpdate("DELETE FROM trial WHERE tenant_id = :tenant"
                        + " AND begun_at < clock_timestamp() - make_interval(secs => :kept)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("kept", (double) kept.toSeconds())
                .execute();
        return sql.createQuery("SELECT count(*) FROM trial WHERE tenant_id = :tenant")
                .bind("tenant", CurrentTenant.get().id())
                .mapTo(Integer.class)
                .one();
    }

    void add(Handle sql, Kept trial) {
        sql.createUpdate("""
                        INSERT INTO trial (tenant_id, id, definition, customer_ref, state, told)
                        VALUES (:tenant, :id, :definition::json, :customer, :state::jsonb, :told::jsonb)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", trial.id())
                .bind("definition", trial.definition())
                .bind("customer", trial.customerRef())
                .bind("state", trial.state())
                .bind("told", trial.told())
                .execute();
    }

    Optional<Kept> find(Handle sql, UUID id, Duration kept) {
        return sql.createQuery("SELECT id, definition::text AS definition, customer_ref, state::text AS state,"
                        + " told::text AS told, moves FROM trial WHERE tenant_id = :tenant AND id = :id"
                        + " AND begun_at > clock_timestamp() - make_interval(secs => :kept)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("kept", (double) kept.toSeconds())
                .map((row, context) -> new Kept(
                        id,
                        row.getString("definition"),
                        row.getString("customer_ref"),
                        row.getString("state"),
                        row.getString("told"),
                        row.getLong("moves")))
                .findOne();
    }

    /** @return false if something else has happened to it since it was read */
    boolean moved(Handle sql, Kept from, String state, String told) {
        return sql.createUpdate("UPDATE trial SET state = :state::jsonb, told = :told::jsonb, moves = moves + 1"
                        + " WHERE tenant_id = :tenant AND id = :id AND moves = :moves")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", from.id())
                .bind("moves", from.moves())
                .bind("state", state)
                .bind("told", told)
                .execute()
                > 0;
    }
}
