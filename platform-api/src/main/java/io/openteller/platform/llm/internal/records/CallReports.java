package io.openteller.platform.llm.internal.records;

import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the current bank asked of models. Everything that this replica knows is in it. */
@Singleton
public class CallReports {

    private static final int PAGE = 50;
    private static final int FINE_HOURS = 24;

    private final TenantDatabase database;
    private final CallLog log;

    CallReports(TenantDatabase database, CallLog log) {
        this.database = database;
        this.log = log;
    }

    /** @param costMicro of calls whose model had a price; {@code unpriced} counts the others */
    public record Used(String task, long tokens, long calls, long failed, long costMicro, long unpriced) {}

    record Bucket(
            Instant at,
            String task,
            String plugin,
            String model,
            long calls,
            long failed,
            long p50Millis,
            long p95Millis,
            @Nullable Long firstTokenP50Millis,
            long inputTokens,
            long outputTokens,
            long costMicro,
            long unpriced) {}

    record Row(
            UUID id,
            Instant at,
            String task,
            String plugin,
            String model,
            String served,
            String prompt,
            String outcome,
            String detail,
            long millis,
            @Nullable Long firstTokenMillis,
            int inputTokens,
            int outputTokens,
            @Nullable Long costMicro,
            @Nullable UUID conversation,
            @Nullable UUID shadowOf,
            String system,
            String asked,
            String said,
            boolean streamed,
            boolean shortened) {}

    record Shadow(
            UUID id,
            Instant at,
            String task,
            String livePlugin,
            String liveModel,
            String liveSaid,
            long liveMillis,
            String plugin,
            String model,
            String outcome,
            String said,
            long millis,
            @Nullable Double agree) {}

    record Agreement(long count, long answered, double meanAgreement, long liveP50Millis, long candidateP50Millis) {}

    /** What was asked on a day, per task; shadows are not counted as calls that failed or not, but their tokens are. */
    public List<Used> used(LocalDate day) {
        log.flush();
        return database.inTransaction(sql -> sql.createQuery("""
                        SELECT task, sum(input_tokens + output_tokens) AS tokens, count(*) AS calls,
                            count(*) FILTER (WHERE outcome NOT IN ('SAID', 'CANCELLED')) AS failed,
                            coalesce(sum(cost_micro), 0) AS cost, count(*) FILTER (WHERE cost_micro IS NULL) AS unpriced
                        FROM model_call WHERE at >= :from AND at < :to GROUP BY task ORDER BY task
                        """)
                .bind("from", day.atStartOfDay().atOffset(ZoneOffset.UTC))
                .bind("to", day.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Used(
                        row.getString("task"),
                        row.getLong("tokens"),
                        row.getLong("calls"),
                        row.getLong("failed"),
                        row.getLong("cost"),
                        row.getLong("unpriced")))
                .list());
    }

    /** Of five minutes each up to a day back, and of an hour beyond. */
    List<Bucket> usage(Instant now, int hours) {
        log.flush();
        Duration width = hours <= FINE_HOURS ? Duration.ofMinutes(5) : Duration.ofHours(1);
        return database.inTransaction(sql -> sql.createQuery("""
                        SELECT date_bin(:width::interval, at, 'epoch') AS bucket, task, plugin_id, model, count(*) AS calls,
                            count(*) FILTER (WHERE outcome NOT IN ('SAID', 'CANCELLED')) AS failed,
                            percentile_cont(0.5) WITHIN GROUP (ORDER BY millis) AS p50,
                            percentile_cont(0.95) WITHIN GROUP (ORDER BY millis) AS p95,
                            percentile_cont(0.5) WITHIN GROUP (ORDER BY first_token_millis) AS first,
                            sum(input_tokens) AS tokens_in, sum(output_tokens) AS tokens_out,
                            coalesce(sum(cost_micro), 0) AS cost, count(*) FILTER (WHERE cost_micro IS NULL) AS unpriced
                        FROM model_call WHERE at >= :from
                        GROUP BY bucket, task, plugin_id, model ORDER BY bucket, task, plugin_id, model
                        """)
                .bind("width", width.toSeconds() + " seconds")
                .bind("from", now.minus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC))
                .map((row, context) -> bucket(row))
                .list());
    }

    private static Bucket bucket(ResultSet row) throws SQLException {
        double first = row.getDouble("first");
        boolean none = row.wasNull();
        return new Bucket(
                row.getTimestamp("bucket").toInstant(),
                row.getString("task"),
                row.getString("plugin_id"),
                row.getString("model"),
                row.getLong("calls"),
                row.getLong("failed"),
                Math.round(row.getDouble("p50")),
                Math.round(row.getDouble("p95")),
                none ? null : Math.round(first),
                row.getLong("tokens_in"),
                row.getLong("tokens_out"),
                row.getLong("cost"),
                row.getLong("unpriced"));
    }

    /** Newest first. @param before an id of the page before */
    List<Row> page(@Nullable String task, @Nullable String outcome, @Nullable UUID before) {
        log.flush();
        return database.inTransaction(sql -> sql.createQuery("SELECT * FROM model_call WHERE (:task::text IS NULL OR task = :task)"
                        + " AND (:outcome::text IS NULL OR outcome = :outcome)"
                        + " AND (:before::uuid IS NULL OR id < :before::uuid) ORDER BY id DESC LIMIT " + PAGE)
                .bind("task", task)
                .bind("outcome", outcome)
                .bind("before", before)
                .map((row, context) -> row(row))
                .list());
    }

    Optional<Row> find(UUID id) {
        log.flush();
        return database.inTransaction(sql -> sql.createQuery("SELECT * FROM model_call WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("task"),
                row.getString("plugin_id"),
                row.getString("model"),
                row.getString("served"),
                row.getString("prompt"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getLong("millis"),
                number(row, "first_token_millis"),
                row.getInt("input_tokens"),
                row.getInt("output_tokens"),
                number(row, "cost_micro"),
                row.getObject("conversation", UUID.class),
                row.getObject("shadow_of", UUID.class),
                row.getString("system"),
                row.getString("asked"),
                row.getString("said"),
                row.getBoolean("streamed"),
                row.getBoolean("shortened"));
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** Newest first. */
    List<Shadow> shadows(@Nullable String task) {
        log.flush();
        return database.inTransaction(sql -> sql.createQuery("""
                        SELECT s.id, s.at, s.task, l.plugin_id AS live_plugin, l.model AS live_model, l.said AS live_said,
                            l.millis AS live_millis, s.plugin_id, s.model, s.outcome, s.said, s.millis, s.agree
                        FROM model_call s JOIN model_call l ON l.tenant_id = s.tenant_id AND l.id = s.shadow_of
                        WHERE :task::text IS NULL OR s.task = :task ORDER BY s.id DESC LIMIT """ + " " + PAGE)
                .bind("task", task)
                .map((row, context) -> {
                    double agree = row.getDouble("agree");
                    boolean none = row.wasNull();
                    return new Shadow(
                            row.getObject("id", UUID.class),
                            row.getTimestamp("at").toInstant(),
                            row.getString("task"),
                            row.getString("live_plugin"),
                            row.getString("live_model"),
                            row.getString("live_said"),
                            row.getLong("live_millis"),
                            row.getString("plugin_id"),
                            row.getString("model"),
                            row.getString("outcome"),
                            row.getString("said"),
                            row.getLong("millis"),
                            none ? null : agree);
                })
                .list());
    }

    Agreement agreement(@Nullable String task) {
        return database.inTransaction(sql -> sql.createQuery("""
                        SELECT count(*) AS calls, count(s.agree) AS answered, coalesce(avg(s.agree), 0) AS mean,
                            coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY l.millis), 0) AS live,
                            coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY s.millis), 0) AS candidate
                        FROM model_call s JOIN model_call l ON l.tenant_id = s.tenant_id AND l.id = s.shadow_of
                        WHERE :task::text IS NULL OR s.task = :task
                        """)
                .bind("task", task)
                .map((row, context) -> new Agreement(
                        row.getLong("calls"),
                        row.getLong("answered"),
                        row.getDouble("mean"),
                        Math.round(row.getDouble("live")),
                        Math.round(row.getDouble("candidate"))))
                .one());
    }
}
