package io.openteller.platform.llm.internal.budgets;

import io.openteller.platform.llm.Task;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody should know. Each once a day and bank, written by a thread of its own: no call waits for it. */
@Singleton
public class Alarms {

    private static final Logger log = LoggerFactory.getLogger(Alarms.class);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int KEPT_DAYS = 90;

    private final TenantDatabase database;
    private final Clock clock;
    private final Set<Raised> raised = ConcurrentHashMap.newKeySet();

    Alarms(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Raised(UUID bank, Kind kind, String about, LocalDate day) {}

    /** What it is about. */
    public enum Kind {
        BUDGET_80,
        BUDGET_SPENT,
        BREAKER_OPEN
    }

    public record Alarm(Instant at, String kind, @Nullable String task, String words) {}

    /** @param about what tells it from others of its kind */
    public void raise(Kind kind, String about, @Nullable Task task, String words) {
        Tenant bank = CurrentTenant.get();
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (raised.size() > MOST_REMEMBERED) {
            raised.clear();
        }
        if (raised.add(new Raised(bank.id(), kind, about, day))) {
            log.warn("alarm bank={} kind={} about={}", bank.slug().value(), kind, about);
            Thread.ofVirtual().name("model-alarm").start(() -> CurrentTenant.run(bank, () -> write(kind, about, task, words, now, day)));
        }
    }

    private void write(Kind kind, String about, @Nullable Task task, String words, Instant now, LocalDate day) {
        try {
            database.inTransaction(sql -> {
                sql.createUpdate("DELETE FROM model_alarm WHERE day < :before")
                        .bind("before", day.minusDays(KEPT_DAYS))
                        .execute();
                return sql.createUpdate("INSERT INTO model_alarm (tenant_id, id, at, day, kind, about, task, words)"
                                + " VALUES (:tenant, :id, :at, :day, :kind, :about, :task, :words) ON CONFLICT DO NOTHING")
                        .bind("tenant", CurrentTenant.get().id())
                        .bind("id", UuidV7.next())
                        .bind("at", now.atOffset(ZoneOffset.UTC))
                        .bind("day", day)
                        .bind("kind", kind.name())
                        .bind("about", about)
                        .bind("task", task == null ? null : task.name())
                        .bind("words", words)
                        .execute();
            });
        } catch (RuntimeException failure) {
            log.error("an alarm could not be kept kind={}", kind, failure);
        }
    }

    /** Newest first. */
    public List<Alarm> list(int most) {
        return database.inTransaction(sql -> sql.createQuery(
                        "SELECT at, kind, task, words FROM model_alarm ORDER BY at DESC, id DESC LIMIT :most")
                .bind("most", most)
                .map((row, context) -> new Alarm(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getString("task"),
                        row.getString("words")))
                .list());
    }
}
