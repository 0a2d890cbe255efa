package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.internal.calls.ErrorBook.PluginError;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

@Singleton
class ErrorSql {

    private final TenantDatabase database;

    ErrorSql(TenantDatabase database) {
        this.database = database;
    }

    /** Adds some, and lets go of the oldest beyond {@code kept}. */
    void add(String plugin, List<PluginError> errors, int kept) {
        database.inTransaction(sql -> {
            PreparedBatch batch = sql.prepareBatch(
                    "INSERT INTO plugin_error (tenant_id, id, plugin_id, at, operation, cause, trace)"
                            + " VALUES (:tenant, :id, :plugin, :at, :operation, :cause, :trace)");
            errors.forEach(error -> batch.bind("tenant", CurrentTenant.get().id())
                    .bind("id", UuidV7.next())
                    .bind("plugin", plugin)
                    .bind("at", error.at().atOffset(ZoneOffset.UTC))
                    .bind("operation", error.operation())
                    .bind("cause", error.cause())
                    .bind("trace", error.trace())
                    .add());
            batch.execute();
            return sql.createUpdate("DELETE FROM plugin_error WHERE plugin_id = :plugin AND id NOT IN"
                            + " (SELECT id FROM plugin_error WHERE plugin_id = :plugin ORDER BY at DESC, id DESC LIMIT :kept)")
                    .bind("plugin", plugin)
                    .bind("kept", kept)
                    .execute();
        });
    }

    List<PluginError> last(String plugin, int most) {
        return database.inTransaction(sql -> sql.createQuery("SELECT at, operation, cause, trace FROM plugin_error"
                        + " WHERE plugin_id = :plugin ORDER BY at DESC, id DESC LIMIT :most")
                .bind("plugin", plugin)
                .bind("most", most)
                .map((row, context) -> new PluginError(
                        row.getTimestamp("at").toInstant(),
                        row.getString("operation"),
                        row.getString("cause"),
                        row.getString("trace")))
                .list());
    }
}
