package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Written by hand: rows that are claimed, and pauses that grow where they stand. */
@Singleton
public class QuarantineSql {

    /** What comes back so soon after it was let go was not well. */
    private static final Duration RELAPSE = Duration.ofMinutes(10);

    private final TenantDatabase database;

    QuarantineSql(TenantDatabase database) {
        this.database = database;
    }

    record Due(String plugin, Duration pause) {}

    void open(String plugin, Instant at, String reason, Duration shortest, Duration longest) {
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO plugin_quarantine AS kept (tenant_id, plugin_id, since, reason, pause_millis, probe_at)
                        VALUES (:tenant, :plugin, :at::timestamptz, :reason, :shortest,
                            :at::timestamptz + :shortest * interval '1 millisecond')
                        ON CONFLICT (tenant_id, plugin_id) DO UPDATE
                        SET since = excluded.since, reason = excluded.reason, lifted_at = NULL,
                            (pause_millis, probe_at) = (
                                SELECT pause, :at::timestamptz + pause * interval '1 millisecond'
                                FROM (SELECT CASE
                                    WHEN kept.lifted_at < :at::timestamptz - :relapse * interval '1 millisecond' THEN :shortest
                                    ELSE least(kept.pause_millis * 2, :longest) END AS pause) AS next)
                        WHERE kept.lifted_at IS NOT NULL
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("plugin", plugin)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("reason", reason)
                .bind("shortest", shortest.toMillis())
                .bind("longest", longest.toMillis())
                .bind("relapse", RELAPSE.toMillis())
                .execute());
    }

    /** @return whether it was held back until now */
    boolean lift(String plugin, Instant at) {
        return database.inTransaction(sql -> sql.createUpdate("UPDATE plugin_quarantine SET lifted_at = :at::timestamptz"
                        + " WHERE plugin_id = :plugin AND lifted_at IS NULL")
                .bind("plugin", plugin)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute()
                > 0);
    }

    /** A clock that was put back must not keep one waiting for longer than the longest pause. */
    List<Due> claim(Instant at, Duration checkedWithin, Duration longest) {
        return database.inTransaction(sql -> sql.createQuery("""
                        UPDATE plugin_quarantine
                        SET probe_at = :at::timestamptz + (pause_millis + :within) * interval '1 millisecond'
                        WHERE lifted_at IS NULL
                            AND (probe_at <= :at::timestamptz
                                OR probe_at > :at::timestamptz + (2 * :longest + :within) * interval '1 millisecond')
                        RETURNING plugin_id, pause_millis
                        """)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("within", checkedWithin.toMillis())
                .bind("longest", longest.toMillis())
                .map((row, context) ->
                        new Due(row.getString("plugin_id"), Duration.ofMillis(row.getLong("pause_millis"))))
                .list());
    }

    void again(String plugin, Instant at, Duration pause, String why) {
        database.inTransaction(sql -> sql.createUpdate("UPDATE plugin_quarantine SET pause_millis = :pause,"
                        + " probe_at = :at::timestamptz + :pause * interval '1 millisecond', last_probe = :why"
                        + " WHERE plugin_id = :plugin AND lifted_at IS NULL")
                .bind("plugin", plugin)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("pause", pause.toMillis())
                .bind("why", why)
                .execute());
    }

    /** By plugin. */
    public Map<String, Quarantined> now() {
        return database.inTransaction(sql -> sql.createQuery("SELECT plugin_id, since, reason, probe_at"
                                + " FROM plugin_quarantine WHERE lifted_at IS NULL")
                        .map((row, context) -> Map.entry(
                                row.getString("plugin_id"),
                                new Quarantined(
                                        row.getTimestamp("since").toInstant(),
                                        row.getString("reason"),
                                        row.getTimestamp("probe_at").toInstant())))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
