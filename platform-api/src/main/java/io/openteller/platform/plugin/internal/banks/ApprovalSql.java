package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.plugin.internal.banks.Approval.Action;
import io.openteller.platform.plugin.internal.banks.Approval.State;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
class ApprovalSql {

    private static final String SELECT = "SELECT id, plugin_id, version, sha256, action, state, settings::text AS settings,"
            + " sealed::text AS sealed, reach::text AS reach, difference::text AS difference, base_revision, asked_by,"
            + " asked_name, asked_at FROM plugin_approval";

    private final TenantDatabase database;

    ApprovalSql(TenantDatabase database) {
        this.database = database;
    }

    void add(Approval asked) {
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO plugin_approval (tenant_id, id, plugin_id, version, sha256, action, settings, sealed,
                            reach, difference, base_revision, asked_by, asked_name, asked_at)
                        VALUES (:tenant, :id, :plugin, :version, :sha256, :action, :settings::jsonb, :sealed::jsonb,
                            :reach::jsonb, :difference::jsonb, :base, :askedBy::uuid, :askedName, :askedAt)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", asked.id())
                .bind("plugin", asked.plugin())
                .bind("version", asked.version())
                .bind("sha256", asked.sha256())
                .bind("action", asked.action().name())
                .bind("settings", Stored.written(asked.settings()))
                .bind("sealed", Stored.written(asked.sealed()))
                .bind("reach", Stored.written(asked.reach()))
                .bind("difference", Stored.written(asked.difference()))
                .bind("base", asked.baseRevision())
                .bind("askedBy", text(asked.askedBy()))
                .bind("askedName", asked.askedName())
                .bind("askedAt", asked.askedAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    Optional<Approval> find(UUID id) {
        return database.inTransaction(sql -> sql.createQuery(SELECT + " WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> approval(row))
                .findOne());
    }

    /** By plugin: there is at most one of each. */
    Map<String, Approval> pending() {
        return database.inTransaction(sql -> sql.createQuery(SELECT + " WHERE state = 'PENDING'")
                .map((row, context) -> approval(row))
                .stream()
                .collect(Collectors.toMap(Approval::plugin, one -> one)));
    }

    /** @return whether there was one */
    boolean supersede(String plugin, Instant at, Actor by) {
        return database.inTransaction(sql -> sql.createUpdate("UPDATE plugin_approval SET state = 'SUPERSEDED', sealed = '{}',"
                        + " decided_at = :at, decided_by = :by::uuid, decided_name = :name"
                        + " WHERE plugin_id = :plugin AND state = 'PENDING'")
                .bind("plugin", plugin)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", text(by.id()))
                .bind("name", by.name())
                .execute()
                > 0);
    }

    /** Its secrets are not needed any more. */
    void decide(UUID id, State state, Instant at, Actor by, @Nullable String reason) {
        database.inTransaction(sql -> sql.createUpdate("UPDATE plugin_approval SET state = :state, sealed = '{}', decided_at = :at,"
                        + " decided_by = :by::uuid, decided_name = :name, reason = :reason WHERE id = :id AND state = 'PENDING'")
                .bind("id", id)
                .bind("state", state.name())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", text(by.id()))
                .bind("name", by.name())
                .bind("reason", reason)
                .execute());
    }

    /** A null of its own has no type. */
    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getObject("id", UUID.class),
                row.getString("plugin_id"),
                row.getString("version"),
                row.getString("sha256"),
                Action.valueOf(row.getString("action")),
                State.valueOf(row.getString("state")),
                Stored.object(row.getString("settings")),
                Stored.texts(row.getString("sealed")),
                Objects.requireNonNull(Stored.manifest(row.getString("reach"))),
                Stored.difference(row.getString("difference")),
                row.getLong("base_revision"),
                row.getObject("asked_by", UUID.class),
                row.getString("asked_name"),
                row.getTimestamp("asked_at").toInstant());
    }
}
