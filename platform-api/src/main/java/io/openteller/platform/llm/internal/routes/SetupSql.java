package io.openteller.platform.llm.internal.routes;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.llm.Task;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Routes, settings and prices of the current bank, as they are stored. */
@Singleton
class SetupSql {

    private final TenantDatabase database;
    private final ObjectMapper json;

    SetupSql(TenantDatabase database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Setup read() {
        return database.inTransaction(sql -> new Setup(routes(sql), settings(sql), prices(sql)));
    }

    private Map<Task, Route> routes(Handle sql) {
        return sql.createQuery("SELECT task, plugin_id, model, timeout_millis, daily_token_budget, switched_on,"
                        + " plan::text AS plan FROM model_route")
                .map((row, context) -> route(row))
                .stream()
                .collect(Collectors.toMap(Route::task, Function.identity()));
    }

    private Route route(ResultSet row) throws SQLException {
        String plan = row.getString("plan");
        return plan == null
                ? new Route(
                        Task.valueOf(row.getString("task")),
                        row.getBoolean("switched_on"),
                        List.of(Candidate.only(
                                row.getString("plugin_id"), row.getString("model"), row.getInt("timeout_millis"))),
                        Route.EVERY_FAILURE,
                        null,
                        new Limits(null, row.getLong("daily_token_budget"), null, null))
                : read(plan, Argument.of(Route.class));
    }

    private static Settings settings(Handle sql) {
        return sql.createQuery("SELECT region, allowed_regions, tokens_per_minute, tokens_per_day,"
                        + " customer_tokens_per_day, money_per_day_minor, alarm_percent, shadow_percent, kept_days"
                        + " FROM model_setting")
                .map((row, context) -> new Settings(
                        row.getString("region"),
                        texts(row.getArray("allowed_regions")),
                        new Limits(
                                number(row, "tokens_per_minute"),
                                number(row, "tokens_per_day"),
                                number(row, "customer_tokens_per_day"),
                                number(row, "money_per_day_minor")),
                        row.getInt("alarm_percent"),
                        row.getInt("shadow_percent"),
                        row.getInt("kept_days")))
                .findOne()
                .orElse(Settings.USUAL);
    }

    private List<Price> prices(Handle sql) {
        return sql.createQuery("SELECT items::text FROM model_price_list WHERE currency = :currency"
                        + " ORDER BY number DESC LIMIT 1")
                .bind("currency", CurrentTenant.get().currency())
                .mapTo(String.class)
                .findOne()
                .map(items -> read(items, Argument.listOf(Price.class)))
                .orElse(List.of());
    }

    void put(Route route) {
        Candidate first = route.first();
        Long daily = route.budget().tokensPerDay();
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO model_route (tenant_id, task, plugin_id, model, timeout_millis,
                            daily_token_budget, switched_on, plan)
                        VALUES (:tenant, :task, :plugin, :model, :timeout, :budget, :on, :plan::jsonb)
                        ON CONFLICT (tenant_id, task) DO UPDATE SET plugin_id = excluded.plugin_id,
                            model = excluded.model, timeout_millis = excluded.timeout_millis,
                            daily_token_budget = excluded.daily_token_budget,
                            switched_on = excluded.switched_on, plan = excluded.plan, updated_at = clock_timestamp()
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("task", route.task().name())
                .bind("plugin", first.plugin())
                .bind("model", first.model())
                .bind("timeout", first.totalMillis())
                .bind("budget", daily == null ? RouteBook.LARGEST_BUDGET : daily)
                .bind("on", route.on())
                .bind("plan", written(route))
                .execute());
    }

    void put(Settings settings) {
        Limits budget = settings.budget();
        database.inTransaction(sql -> sql.createUpdate("""
                        INSERT INTO model_setting (tenant_id, region, allowed_regions, tokens_per_minute, tokens_per_day,
                            customer_tokens_per_day, money_per_day_minor, alarm_percent, shadow_percent, kept_days)
                        VALUES (:tenant, :region, :allowed::text[], :minute, :day, :customer, :money, :alarm, :shadow, :kept)
                        ON CONFLICT (tenant_id) DO UPDATE SET region = excluded.region,
                            allowed_regions = excluded.allowed_regions, tokens_per_minute = excluded.tokens_per_minute,
                            tokens_per_day = excluded.tokens_per_day,
                            customer_tokens_per_day = excluded.customer_tokens_per_day,
                            money_per_day_minor = excluded.money_per_day_minor, alarm_percent = excluded.alarm_percent,
                            shadow_percent = excluded.shadow_percent, kept_days = excluded.kept_days,
                            updated_at = clock_timestamp()
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("region", settings.region())
                .bind("allowed", "{" + String.join(",", settings.allowedRegions()) + "}")
                .bind("minute", budget.tokensPerMinute())
                .bind("day", budget.tokensPerDay())
                .bind("customer", budget.customerTokensPerDay())
                .bind("money", budget.moneyPerDayMinor())
                .bind("alarm", settings.alarmPercent())
                .bind("shadow", settings.shadowPercent())
                .bind("kept", settings.keptDays())
                .execute());
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    <T> T read(String stored, Argument<T> type) {
        try {
            return Objects.requireNonNull(json.readValue(stored, type));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
