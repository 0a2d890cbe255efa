package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@Singleton
class InstallationSql {

    private static final String SELECT = "SELECT plugin_id, version, enabled, settings::text AS settings,"
            + " sealed::text AS sealed, approved::text AS approved, bounds::text AS bounds, revision"
            + " FROM plugin_installation";

    private final TenantDatabase database;

    InstallationSql(TenantDatabase database) {
        this.database = database;
    }

    Kept find(String plugin) {
        return find(plugin, "").orElse(Kept.NONE);
    }

    /** Nobody else changes it until the transaction ends. */
    Kept locked(String plugin) {
        database.inTransaction(sql -> sql.createUpdate(
                        "INSERT INTO plugin_installation (tenant_id, plugin_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .bind(0, CurrentTenant.get().id())
                .bind(1, plugin)
                .execute());
        return find(plugin, " FOR UPDATE").orElseThrow();
    }

    private Optional<Kept> find(String plugin, String lock) {
        return database.inTransaction(sql -> sql.createQuery(SELECT + " WHERE plugin_id = ?" + lock)
                .bind(0, plugin)
                .map((row, context) -> kept(row))
                .findOne());
    }

    /** By plugin. */
    Map<String, Kept> all() {
        return database.inTransaction(sql -> sql.createQuery(SELECT)
                .map((row, context) -> Map.entry(row.getString("plugin_id"), kept(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("version"),
                row.getBoolean("enabled"),
                Stored.object(row.getString("settings")),
                Stored.texts(row.getString("sealed")),
                Stored.manifest(row.getString("approved")),
                Stored.object(row.getString("bounds")),
                row.getLong("revision"));
    }

    /** Of a row that was {@link #locked}. */
    void put(String plugin, Kept kept) {
        database.inTransaction(sql -> sql.createUpdate("""
                        UPDATE plugin_installation SET version = :version, enabled = :enabled, settings = :settings::jsonb,
                            sealed = :sealed::jsonb, approved = :approved::jsonb, bounds = :bounds::jsonb,
                            revision = revision + 1, updated_at = clock_timestamp()
                        WHERE plugin_id = :plugin
                        """)
                .bind("plugin", plugin)
                .bind("version", kept.version())
                .bind("enabled", kept.enabled())
                .bind("settings", Stored.written(kept.settings()))
                .bind("sealed", Stored.written(kept.sealed()))
                .bind("approved", kept.approved() == null ? null : Stored.written(kept.approved()))
                .bind("bounds", Stored.written(kept.bounds()))
                .execute());
    }

    void pin(String plugin, Manifest reach) {
        database.inTransaction(sql -> sql.createUpdate("UPDATE plugin_installation SET version = :version,"
                        + " approved = :approved::jsonb WHERE plugin_id = :plugin AND version IS NULL AND enabled")
                .bind("plugin", plugin)
                .bind("version", reach.version())
                .bind("approved", Stored.written(reach))
                .execute());
    }
}
