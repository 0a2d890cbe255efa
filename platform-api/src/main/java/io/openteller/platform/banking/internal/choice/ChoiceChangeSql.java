package io.openteller.platform.banking.internal.choice;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.banking.internal.choice.ChoiceChange.State;
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
class ChoiceChangeSql {

    private static final int MOST = 100;

    private static final String COLUMNS = "SELECT id, scope, plugin, plugin_before, reason, asked_by, asked_name, asked_at, state,"
            + " decided_name, decided_at, decided_reason, release FROM bank_supplier_change WHERE tenant_id = :tenant";

    UUID add(Handle sql, String scope, @Nullable String plugin, @Nullable String before, String reason, Actor by) {
        UUID id = UuidV7.next();
        sql.createUpdate("""
                        INSERT INTO bank_supplier_change (tenant_id, id, scope, plugin, plugin_before, reason, asked_by,
                            asked_name, state)
                        VALUES (:tenant, :id, :scope, :plugin, :before, :reason, :by, :name, 'WAITING')
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("scope", scope)
                .bind("plugin", plugin)
                .bind("before", before)
                .bind("reason", reason)
                .bind("by", by.id())
                .bind("name", by.name())
                .execute();
        return id;
    }

    void overtaken(Handle sql, String scope) {
        sql.createUpdate("UPDATE bank_supplier_change SET state = 'OVERTAKEN', decided_at = clock_timestamp()"
                        + " WHERE tenant_id = :tenant AND scope = :scope AND state = 'WAITING'")
                .bind("tenant", CurrentTenant.get().id())
                .bind("scope", scope)
                .execute();
    }

    /** @param release that it made; null for a refusal */
    void decided(Handle sql, UUID id, Actor by, @Nullable String reason, @Nullable Long release) {
        sql.createUpdate("UPDATE bank_supplier_change SET state = :state, decided_at = clock_timestamp(), decided_by = :by,"
                        + " decided_name = :name, decided_reason = :reason, release = :release"
                        + " WHERE tenant_id = :tenant AND id = :id AND state = 'WAITING'")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("state", (release == null ? State.REFUSED : State.IN_FORCE).name())
                .bind("by", by.id())
                .bind("name", by.name())
                .bind("reason", reason)
                .bind("release", release)
                .execute();
    }

    Optional<ChoiceChange> find(Handle sql, UUID id) {
        return sql.createQuery(COLUMNS + " AND id = :id")
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .map((row, context) -> change(row))
                .findOne();
    }

    /** What waits first, then the latest first. */
    List<ChoiceChange> list(Handle sql) {
        return sql.createQuery(COLUMNS + " ORDER BY state <> 'WAITING', id DESC LIMIT " + MOST)
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> change(row))
                .list();
    }

    private static ChoiceChange change(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new ChoiceChange(
                row.getObject("id", UUID.class),
                row.getString("scope"),
                row.getString("plugin"),
                row.getString("plugin_before"),
                row.getString("reason"),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                row.getTimestamp("asked_at").toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("decided_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_reason"),
                row.getObject("release", Long.class));
    }
}
