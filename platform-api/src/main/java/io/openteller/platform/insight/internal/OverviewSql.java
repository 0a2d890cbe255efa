package io.openteller.platform.insight.internal;

import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

@Singleton
class OverviewSql {

    /** Conversations with at least one customer's message, and whether a person was ever asked for. */
    private static final String SPOKEN = """
            WITH spoken AS (
                SELECT c.id, c.created_at, c.intent, c.language, c.csat_rating,
                    EXISTS (SELECT FROM escalation e WHERE e.conversation_id = c.id) AS escalated
                FROM conversation c
                WHERE c.created_at >= :from AND c.created_at < :to
                  AND EXISTS (SELECT FROM message m WHERE m.conversation_id = c.id AND m.author = 'CUSTOMER'))
            """;

    private final TenantDatabase database;

    OverviewSql(TenantDatabase database) {
        this.database = database;
    }

    Overview between(Instant from, Instant to) {
        return database.inTransaction(sql -> {
            Totals totals = rows(sql, from, to, SPOKEN + """
                    SELECT count(*) AS conversations, count(*) FILTER (WHERE escalated) AS escalated,
                        avg(csat_rating) AS csat, count(csat_rating) AS csat_count,
                        (SELECT count(*) FROM message m JOIN spoken s ON s.id = m.conversation_id) AS messages
                    FROM spoken
                    """, (row, context) -> totals(row)).getFirst();
            List<@Nullable Double> millis = rows(sql, from, to, """
                    SELECT unnest(percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP
                        (ORDER BY (record ->> 'millis')::double precision)) AS millis
                    FROM decision WHERE created_at >= :from AND created_at < :to
                    """, (row, context) -> row.getObject("millis", Double.class));
            return new Overview(
                    from,
                    to,
                    totals.conversations(),
                    totals.messages(),
                    share(totals.conversations() - totals.escalated(), totals.conversations()),
                    share(totals.escalated(), totals.conversations()),
                    totals.csat(),
                    totals.csatCount(),
                    millis.isEmpty() ? null : millis.get(0),
                    millis.size() < 2 ? null : millis.get(1),
                    days(sql, from, to),
                    reasons(sql, from, to),
                    intents(sql, from, to),
                    languages(sql, from, to),
                    unanswered(sql, from, to));
        });
    }

    private record Totals(
            long conversations, long escalated, @Nullable Double csat, long csatCount, long messages) {}

    private static Totals totals(ResultSet row) throws SQLException {
        var csat = row.getBigDecimal("csat");
        return new Totals(
                row.getLong("conversations"),
                row.getLong("escalated"),
                csat == null ? null : csat.doubleValue(),
                row.getLong("csat_count"),
                row.getLong("messages"));
    }

    private static List<Overview.Day> days(Handle sql, Instant from, Instant to) {
        return rows(sql, from, to, SPOKEN + """
                SELECT to_char(day, 'YYYY-MM-DD') AS day, count(s.id) AS conversations,
                    count(s.id) FILTER (WHERE NOT s.escalated) AS contained,
                    count(s.id) FILTER (WHERE s.escalated) AS escalated
                FROM generate_series(date_trunc('day', :from::timestamptz), :to, interval '1 day') AS day
                LEFT JOIN spoken s ON s.created_at >= day AND s.created_at < day + interval '1 day'
                GROUP BY day ORDER BY day
                """, (row, context) -> new Overview.Day(
                row.getString("day"), row.getLong("conversations"), row.getLong("contained"), row.getLong("escalated")));
    }

    private static List<Overview.ReasonCount> reasons(Handle sql, Instant from, Instant to) {
        return rows(sql, from, to, """
                SELECT reason, count(*) AS n FROM escalation WHERE created_at >= :from AND created_at < :to
                GROUP BY reason ORDER BY n DESC, reason
                """, (row, context) -> new Overview.ReasonCount(row.getString("reason"), row.getLong("n")));
    }

    private static List<Overview.IntentCount> intents(Handle sql, Instant from, Instant to) {
        return rows(sql, from, to, SPOKEN + """
                SELECT intent, count(*) AS n, count(*) FILTER (WHERE NOT escalated) AS contained FROM spoken
                WHERE intent IS NOT NULL GROUP BY intent ORDER BY n DESC, intent LIMIT 15
                """, (row, context) -> new Overview.IntentCount(
                row.getString("intent"), row.getLong("n"), row.getLong("contained")));
    }

    private static List<Overview.LanguageCount> languages(Handle sql, Instant from, Instant to) {
        return rows(sql, from, to, SPOKEN + """
                SELECT language, count(*) AS n FROM spoken WHERE language IS NOT NULL
                GROUP BY language ORDER BY n DESC, language
                """, (row, context) -> new Overview.LanguageCount(row.getString("language"), row.getLong("n")));
    }

    private static List<Overview.Unanswered> unanswered(Handle sql, Instant from, Instant to) {
        return rows(sql, from, to, """
                SELECT m.body, d.created_at, t.conversation_id, t.id FROM decision d
                JOIN turn t ON t.id = d.turn_id
                JOIN message m ON m.conversation_id = t.conversation_id AND m.seq = t.request_seq
                WHERE d.record ->> 'route' = 'REFUSE' AND d.created_at >= :from AND d.created_at < :to
                ORDER BY d.created_at DESC LIMIT 20
                """, (row, context) -> new Overview.Unanswered(
                row.getString("body"),
                row.getTimestamp("created_at").toInstant(),
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                Objects.requireNonNull(row.getObject("id", UUID.class))));
    }

    private static <T extends @Nullable Object> List<T> rows(
            Handle sql, Instant from, Instant to, String query, RowMapper<T> mapper) {
        return sql.createQuery(query)
                .bind("from", Timestamp.from(from))
                .bind("to", Timestamp.from(to))
                .map(mapper)
                .list();
    }

    private static @Nullable Double share(long part, long whole) {
        return whole == 0 ? null : Double.valueOf((double) part / whole);
    }
}
