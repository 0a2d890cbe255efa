package io.openteller.platform.plugin.internal.packages;

import io.openteller.packages.Manifest;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage;
import io.openteller.platform.tenancy.PlatformDatabase;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The platform's own record of packages and keys. Nothing in it is ever changed. */
@Singleton
class PluginEvents {

    private final PlatformDatabase database;

    PluginEvents(PlatformDatabase database) {
        this.database = database;
    }

    /** What happened; as the column has it. */
    enum Action {
        INSTALLED,
        REFUSED,
        REMOVED,
        OUT_OF_SERVICE,
        KEY_TRUSTED,
        KEY_REVOKED
    }

    /** Who did it: a request with the operator's key, or the platform when it looked into its folders. */
    enum By {
        OPERATOR,
        FOLDER
    }

    /** @param number 0 before it is recorded */
    record Event(
            long number,
            @Nullable OffsetDateTime at,
            Action action,
            By actor,
            @Nullable String plugin,
            @Nullable String version,
            @Nullable String sha256,
            @Nullable String keyId,
            String detail) {

        static Event of(Action action, By actor, VerifiedPackage about, String detail) {
            Manifest manifest = about.manifest();
            String key = manifest.publisher().key();
            return new Event(0, null, action, actor, manifest.id(), manifest.version(), about.sha256(), key, detail);
        }

        static Event refused(By actor, String file, String why) {
            return new Event(0, null, Action.REFUSED, actor, file, null, null, null, why);
        }

        static Event key(By actor, TrustedKey key) {
            Action action = key.revokedAt() == null ? Action.KEY_TRUSTED : Action.KEY_REVOKED;
            String detail = key.publisher() + ", " + key.level();
            return new Event(0, null, action, actor, null, null, null, key.keyId(), detail);
        }
    }

    void record(Event event) {
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO plugin_event (action, actor, plugin, version, sha256, key_id, detail)
                        VALUES (:action, :actor, :plugin, :version, :sha256, :key, :detail)
                        """)
                .bind("action", event.action().name())
                .bind("actor", event.actor().name())
                .bind("plugin", event.plugin())
                .bind("version", event.version())
                .bind("sha256", event.sha256())
                .bind("key", event.keyId())
                .bind("detail", event.detail())
                .execute());
    }

    /** Every start finds the same files and keys again: only what is new about them is recorded. */
    void recordOnce(Event event) {
        boolean known = last(event)
                .filter(before -> before.action() == event.action()
                        && before.detail().equals(event.detail())
                        && java.util.Objects.equals(before.sha256(), event.sha256()))
                .isPresent();
        if (!known) {
            record(event);
        }
    }

    /** Of the same plugin; of the same key, where the event is about no plugin. */
    private Optional<Event> last(Event event) {
        String same = event.plugin() == null ? "plugin IS NULL AND key_id = ?" : "plugin = ?";
        return database.inTransaction(sql -> sql.createQuery(
                        "SELECT * FROM plugin_event WHERE " + same + " ORDER BY number DESC LIMIT 1")
                .bind(0, event.plugin() == null ? event.keyId() : event.plugin())
                .map((row, context) -> event(row))
                .findOne());
    }

    /** Newest first. */
    List<Event> page(long before, int limit) {
        return database.inTransaction(sql -> sql.createQuery(
                        "SELECT * FROM plugin_event WHERE number < ? ORDER BY number DESC LIMIT ?")
                .bind(0, before)
                .bind(1, limit)
                .map((row, context) -> event(row))
                .list());
    }

    private static Event event(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Event(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class),
                Action.valueOf(row.getString("action")),
                By.valueOf(row.getString("actor")),
                row.getString("plugin"),
                row.getString("version"),
                row.getString("sha256"),
                row.getString("key_id"),
                row.getString("detail"));
    }
}
