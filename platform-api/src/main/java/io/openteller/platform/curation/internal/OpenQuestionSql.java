package io.openteller.platform.curation.internal;

import io.openteller.platform.curation.internal.OpenQuestion.Nearest;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
class OpenQuestionSql {

    /** More are not grouped: the newest say what is missing now. */
    static final int MOST = 600;

    /** An answer that was less sure than this is looked at again. */
    private static final double UNSURE = 0.6;

    /** Newest first. */
    List<OpenQuestion> since(Handle sql, Instant from) {
        return sql.createQuery("""
                        SELECT t.id, t.conversation_id, m.body, d.created_at,
                            d.record ->> 'route' <> 'CONTAIN' AS unanswered,
                            d.record -> 'passages' -> 0 ->> 'document' AS slug,
                            d.record -> 'passages' -> 0 ->> 'title' AS title,
                            (SELECT coalesce(sum(extract(epoch FROM e.ended_at - e.created_at)), 0) FROM escalation e
                             WHERE e.conversation_id = t.conversation_id AND e.created_at >= d.created_at
                               AND e.ended_at IS NOT NULL) AS seconds
                        FROM decision d
                        JOIN turn t ON t.id = d.turn_id
                        JOIN message m ON m.conversation_id = t.conversation_id AND m.seq = t.request_seq
                        WHERE d.created_at >= :from AND (
                            d.record ->> 'route' = 'REFUSE'
                            OR d.record ->> 'rule' IN ('refused-twice', 'unsupported-claim')
                            OR d.record ->> 'rule' = 'answer-from-documents'
                                AND (d.record -> 'confidence' ->> 'value')::double precision < :unsure)
                        ORDER BY d.created_at DESC, t.id LIMIT :most
                        """)
                .bind("from", Timestamp.from(from))
                .bind("unsure", UNSURE)
                .bind("most", MOST)
                .map((row, context) -> question(row))
                .list();
    }

    private static OpenQuestion question(ResultSet row) throws SQLException {
        String slug = row.getString("slug");
        String title = row.getString("title");
        return new OpenQuestion(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("conversation_id", UUID.class)),
                row.getString("body"),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("unanswered"),
                row.getDouble("seconds"),
                slug == null || title == null ? null : new Nearest(slug, title));
    }
}
