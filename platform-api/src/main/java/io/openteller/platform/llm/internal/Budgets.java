package io.openteller.platform.llm.internal;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Sets tokens aside before a call, so that many calls at once on many replicas cannot spend a day's budget together. */
@Singleton
class Budgets {

    private final TenantDatabase database;
    private final Clock clock;

    Budgets(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** @return false, and nothing set aside, if the day's budget has not that much left */
    boolean reserve(Route route, LocalDate day, long tokens) {
        if (tokens > route.dailyTokenBudget()) {
            return false;
        }
        return database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO model_usage (tenant_id, day, task, tokens) VALUES (:tenant, :day, :task, :tokens)
                        ON CONFLICT (tenant_id, day, task) DO UPDATE SET tokens = model_usage.tokens + excluded.tokens
                            WHERE model_usage.tokens + excluded.tokens <= :budget
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("day", day)
                .bind("task", route.task().name())
                .bind("tokens", tokens)
                .bind("budget", route.dailyTokenBudget())
                .execute()) == 1;
    }

    /** In the caller's transaction. @param difference between what was spent and what was set aside */
    void settle(Route route, LocalDate day, long difference) {
        database.inTransaction(
                sql -> sql.createUpdate("UPDATE model_usage SET tokens = greatest(0, tokens + :difference)"
                                + " WHERE day = :day AND task = :task")
                        .bind("difference", difference)
                        .bind("day", day)
                        .bind("task", route.task().name())
                        .execute());
    }
}
