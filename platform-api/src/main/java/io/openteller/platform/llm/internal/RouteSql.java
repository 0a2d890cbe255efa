package io.openteller.platform.llm.internal;

import io.openteller.platform.llm.Task;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The routes of the current bank. Remembered for a moment, as every message asks for them. */
@Singleton
class RouteSql {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final TenantDatabase database;
    private final Clock clock;
    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();

    RouteSql(TenantDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Remembered(Instant until, List<Route> routes) {}

    Optional<Route> of(Task task) {
        UUID bank = CurrentTenant.get().id();
        Remembered known = remembered.get(bank);
        if (known == null || !known.until().isAfter(clock.instant())) {
            known = new Remembered(clock.instant().plus(REMEMBERED), all());
            remembered.put(bank, known);
        }
        return known.routes().stream().filter(route -> route.task() == task).findFirst();
    }

    List<Route> all() {
        return database.inTransaction(sql -> sql.createQuery("SELECT task, plugin_id, model, timeout_millis,"
                        + " daily_token_budget, switched_on FROM model_route ORDER BY task")
                .map((row, context) -> new Route(
                        Task.valueOf(row.getString("task")),
                        row.getString("plugin_id"),
                        row.getString("model"),
                        row.getInt("timeout_millis"),
                        row.getLong("daily_token_budget"),
                        row.getBoolean("switched_on")))
                .list());
    }

    void put(Route route) {
        database.inTransaction(sql -> {
            int stored = sql.createUpdate("""
                            INSERT INTO model_route (tenant_id, task, plugin_id, model, timeout_millis,
                                daily_token_budget, switched_on)
                            VALUES (:tenant, :task, :plugin, :model, :timeout, :budget, :on)
                            ON CONFLICT (tenant_id, task) DO UPDATE SET plugin_id = excluded.plugin_id,
                                model = excluded.model, timeout_millis = excluded.timeout_millis,
                                daily_token_budget = excluded.daily_token_budget,
                                switched_on = excluded.switched_on, updated_at = clock_timestamp()
                            """)
                    .bind("tenant", CurrentTenant.get().id())
                    .bind("task", route.task().name())
                    .bind("plugin", route.plugin())
                    .bind("model", route.model())
                    .bind("timeout", route.timeoutMillis())
                    .bind("budget", route.dailyTokenBudget())
                    .bind("on", route.on())
                    .execute();
            UUID bank = CurrentTenant.get().id();
            database.afterCommit(() -> remembered.remove(bank));
            return stored;
        });
    }
}
