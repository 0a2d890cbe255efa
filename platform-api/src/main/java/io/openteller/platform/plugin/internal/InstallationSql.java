package io.openteller.platform.plugin.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class InstallationSql {

    private final TenantDatabase database;
    private final ObjectMapper json;

    InstallationSql(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** @param sealed secrets by name, as the vault sealed them */
    record Row(
            boolean enabled,
            Map<String, Object> settings,
            Map<String, String> sealed,
            @Nullable String lastError) {

        static final Row NONE = new Row(false, Map.of(), Map.of(), null);
    }

    Optional<Row> find(String plugin) {
        return database.inTransaction(sql -> sql.createQuery("SELECT enabled, settings::text AS settings,"
                        + " sealed::text AS sealed, last_error FROM plugin_installation WHERE plugin_id = ?")
                .bind(0, plugin)
                .map((row, context) -> new Row(
                        row.getBoolean("enabled"),
                        read(row.getString("settings"), Argument.mapOf(String.class, Object.class)),
                        read(row.getString("sealed"), Argument.mapOf(String.class, String.class)),
                        row.getString("last_error")))
                .findOne());
    }

    void put(String plugin, Row installed) {
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO plugin_installation (tenant_id, plugin_id, enabled, settings, sealed, last_error)
                        VALUES (:tenant, :plugin, :enabled, :settings::jsonb, :sealed::jsonb, :error)
                        ON CONFLICT (tenant_id, plugin_id) DO UPDATE SET enabled = excluded.enabled,
                            settings = excluded.settings, sealed = excluded.sealed, last_error = excluded.last_error,
                            updated_at = clock_timestamp()
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("plugin", plugin)
                .bind("enabled", installed.enabled())
                .bind("settings", written(installed.settings()))
                .bind("sealed", written(installed.sealed()))
                .bind("error", installed.lastError())
                .execute());
    }

    private <T> T read(String stored, Argument<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(stored, type));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
