package io.openteller.platform.curation.internal;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

@Singleton
class UsageSql {

    /** One row per answer and document that it cites. */
    private static final String CITED = """
            WITH cited AS (
                SELECT DISTINCT p ->> 'document' AS slug, d.turn_id, t.conversation_id, d.created_at, v.helpful
                FROM decision d JOIN turn t ON t.id = d.turn_id
                LEFT JOIN answer_vote v ON v.turn_id = d.turn_id
                CROSS JOIN LATERAL jsonb_array_elements(d.record -> 'passages') AS p
                WHERE d.created_at >= :from AND (p ->> 'cited')::boolean)
            """;

    /**
     * Documents that were never cited too, most cited first. What a customer thinks of the answers that cite the document
     * counts; where they did not say, what they think of the conversation.
     */
    List<Usage> since(Handle sql, Instant from) {
        return sql.createQuery(CITED + """
                        , used AS (
                            SELECT slug, conversation_id, count(*) AS times, max(created_at) AS last,
                                bool_or(NOT helpful) AS disliked FROM cited
                            GROUP BY slug, conversation_id)
                        SELECT doc.slug, doc.title, coalesce(sum(u.times), 0) AS cited, max(u.last) AS last,
                            count(c.id) FILTER (WHERE NOT EXISTS
                                (SELECT FROM escalation e WHERE e.conversation_id = c.id)) AS resolved,
                            count(c.id) FILTER (WHERE c.customer_ref IS NOT NULL AND EXISTS
                                (SELECT FROM conversation later WHERE later.customer_ref = c.customer_ref
                                   AND later.created_at > u.last AND later.created_at < u.last + interval '7 days'
                                   AND EXISTS (SELECT FROM message said WHERE said.conversation_id = later.id
                                       AND said.author = 'CUSTOMER'))) AS recontacted,
                            count(c.id) FILTER (WHERE coalesce(u.disliked, c.csat_rating <= 2)) AS thumbs_down
                        FROM document doc
                        LEFT JOIN used u ON u.slug = doc.slug
                        LEFT JOIN conversation c ON c.id = u.conversation_id
                        GROUP BY doc.slug, doc.title ORDER BY cited DESC, doc.title
                        """)
                .bind("from", Timestamp.from(from))
                .map((row, context) -> usage(row))
                .list();
    }

    List<Usage.Day> days(Handle sql, String slug, Instant from, Instant to) {
        return sql.createQuery(CITED + """
                        SELECT to_char(day, 'YYYY-MM-DD') AS day, count(c.turn_id) AS cited
                        FROM generate_series(date_trunc('day', :from::timestamptz), :to, interval '1 day') AS day
                        LEFT JOIN cited c ON c.slug = :slug AND c.created_at >= day AND c.created_at < day + interval '1 day'
                        GROUP BY day ORDER BY day
                        """)
                .bind("from", Timestamp.from(from))
                .bind("to", Timestamp.from(to))
                .bind("slug", slug)
                .map((row, context) -> new Usage.Day(row.getString("day"), row.getLong("cited")))
                .list();
    }

    private static Usage usage(ResultSet row) throws SQLException {
        Timestamp last = row.getTimestamp("last");
        return new Usage(
                row.getString("slug"),
                row.getString("title"),
                row.getLong("cited"),
                row.getLong("resolved"),
                row.getLong("recontacted"),
                row.getLong("thumbs_down"),
                last == null ? null : last.toInstant(),
                List.of());
    }
}
