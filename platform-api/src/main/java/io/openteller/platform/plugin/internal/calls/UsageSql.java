package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Written by hand: a row is locked, read, added to and written back, so that replicas add up. */
@Singleton
class UsageSql {

    static final Duration KEPT_SHORT = Duration.ofHours(25);
    static final Duration KEPT_LONG = Duration.ofDays(30);
    private static final int SHORT = 5;
    private static final int LONG = 60;

    private final TenantDatabase database;

    UsageSql(TenantDatabase database) {
        this.database = database;
    }

    /** @param begin of its five minutes */
    record Slot(String plugin, String operation, Instant begin) implements Comparable<Slot> {

        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::plugin).thenComparing(Slot::operation).thenComparing(Slot::begin);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    record Used(String operation, Instant begin, Tally tally) {}

    void add(Map<Slot, Tally> more) {
        database.inTransaction(sql -> {
            more.forEach((slot, tally) -> add(sql, slot, SHORT, slot.begin(), tally));
            more.forEach((slot, tally) -> add(sql, slot, LONG, slot.begin().truncatedTo(ChronoUnit.HOURS), tally));
            return more.size();
        });
    }

    private static void add(Handle sql, Slot slot, int minutes, Instant begin, Tally more) {
        sql.createUpdate("INSERT INTO plugin_usage (tenant_id, plugin_id, operation, minutes, begins_at, times)"
                        + " VALUES (:tenant, :plugin, :operation, :minutes, :begin, :times) ON CONFLICT DO NOTHING")
                .bind("tenant", CurrentTenant.get().id())
                .bind("plugin", slot.plugin())
                .bind("operation", slot.operation())
                .bind("minutes", minutes)
                .bind("begin", begin.atOffset(ZoneOffset.UTC))
                .bind("times", new Tally().times())
                .execute();
        Tally sum = sql.createQuery("SELECT calls, failed, held, times FROM plugin_usage WHERE plugin_id = :plugin"
                        + " AND operation = :operation AND minutes = :minutes AND begins_at = :begin FOR UPDATE")
                .bind("plugin", slot.plugin())
                .bind("operation", slot.operation())
                .bind("minutes", minutes)
                .bind("begin", begin.atOffset(ZoneOffset.UTC))
                .map((row, context) -> Tally.read(
                        row.getLong("calls"), row.getLong("failed"), row.getLong("held"), row.getBytes("times")))
                .one()
                .add(more);
        sql.createUpdate("UPDATE plugin_usage SET calls = :calls, failed = :failed, held = :held, times = :times"
                        + " WHERE plugin_id = :plugin AND operation = :operation AND minutes = :minutes"
                        + " AND begins_at = :begin")
                .bind("calls", sum.calls())
                .bind("failed", sum.failed())
                .bind("held", sum.heldBack())
                .bind("times", sum.times())
                .bind("plugin", slot.plugin())
                .bind("operation", slot.operation())
                .bind("minutes", minutes)
                .bind("begin", begin.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** @param fine five minutes each; else hours */
    List<Used> since(String plugin, Instant from, boolean fine) {
        return database.inTransaction(sql -> sql.createQuery("SELECT operation, begins_at, calls, failed, held, times"
                        + " FROM plugin_usage WHERE plugin_id = :plugin AND minutes = :minutes AND begins_at >= :from"
                        + " ORDER BY begins_at, operation")
                .bind("plugin", plugin)
                .bind("minutes", fine ? SHORT : LONG)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Used(
                        row.getString("operation"),
                        row.getTimestamp("begins_at").toInstant(),
                        Tally.read(
                                row.getLong("calls"), row.getLong("failed"), row.getLong("held"), row.getBytes("times"))))
                .list());
    }

    void forgetBefore(Instant now) {
        database.inTransaction(sql -> sql.createUpdate("DELETE FROM plugin_usage WHERE minutes = :short AND begins_at < :day"
                        + " OR begins_at < :month")
                .bind("short", SHORT)
                .bind("day", now.minus(KEPT_SHORT).atOffset(ZoneOffset.UTC))
                .bind("month", now.minus(KEPT_LONG).atOffset(ZoneOffset.UTC))
                .execute());
    }
}
