package io.openteller.platform.banking.internal.policy;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.banking.internal.policy.BoundsChange.State;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

@Singleton
class BoundsChangeSql {

    private static final int MOST = 100;

    private static final String COLUMNS = "SELECT id, operation, bounds::text AS bounds, reason, asked_by, asked_name, asked_at,"
            + " state, decided_name, decided_at, decided_reason FROM bank_bounds_change WHERE tenant_id = :tenant";

    UUID add(Handle sql, String operation, Bounds bounds, String reason, Actor by, State state) {
        UUID id = UuidV7.next();
        sql.createUpdate("""
                        INSERT INTO bank_bounds_change (tenant_id, id, operation, bounds, reason, asked_by, asked_name, state)
                        VALUES (:tenant, :id, :operation, :bounds::jsonb, :reason, :by, :name, :state)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("operation", operation)
                .bind("bounds", BoundsSql.written(bounds))
                .bind("reason", reason)
                .bind("by", by.id())
                .bind("name", by.name())
                .bind("state", state.name())
                .execute();
        return id;
    }

    void overtaken(Handle sql, String operation) {
        sql.createUpdate("UPDATE bank_bounds_change SET state = 'OVERTAKEN', decided_at = clock_timestamp()"
                        + " WHERE tenant_id = :tenant AND operation = :operation AND state = 'WAITING'")
                .bind("tenant", CurrentTenant.get().id())
                .bind("operation", operation)
                .execute();
    }

    void decided(Handle sql, UUID id, State state, String by, @Nullable String reason) {
        sql.createUpdate("UPDATE bank_bounds_change SET state = :state, decided_at = clock_timestamp(), decided_name = :by,"
                        + " decided_reason = :reason WHERE tenant_id = :tenant AND id = :id AND state = 'WAITING'")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("state", state.name())
                .bind("by", by)
                .bind("reason", reason)
                .execute();
    }

    Optional<BoundsChange> find(Handle sql, UUID id) {
        return sql.createQuery(COLUMNS + " AND id = :id")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .map((row, context) -> change(row))
                .findOne();
    }

    /** What waits first, then the latest first. */
    List<BoundsChange> list(Handle sql) {
        return sql.createQuery(COLUMNS + " ORDER BY state <> 'WAITING', id DESC LIMIT " + MOST)
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> change(row))
                .list();
    }

    private static BoundsChange change(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new BoundsChange(
                row.getObject("id", UUID.class),
                row.getString("operation"),
                BoundsSql.read(row.getString("bounds")),
                row.getString("reason"),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                row.getTimestamp("asked_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("decided_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_reason"));
    }
}
