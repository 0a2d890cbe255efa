package io.openteller.platform.answer.internal;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.openteller.platform.answer.internal.WordedAnswer.Standing;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Rows of approved_answer, and of what was said from when until when. */
@Singleton
class WordingSql {

    private final ObjectMapper json;

    WordingSql(ObjectMapper json) {
        this.json = json;
    }

    List<WordedAnswer> all(Handle sql) {
        return sql.createQuery("SELECT * FROM approved_answer ORDER BY written_at DESC, id")
                .map((row, context) -> of(row))
                .list();
    }

    /** What was said at that moment; now if it is null. */
    List<WordedAnswer> saidAt(Handle sql, @Nullable Instant at) {
        return sql.createQuery("""
                        SELECT answer_id AS id, 'APPROVED' AS standing, intent, questions, text, language, strict, document_slug,
                            written_by, written_at, decided_by
                        FROM approved_answer_said
                        WHERE (:at::timestamptz IS NULL AND said_until IS NULL)
                            OR (said_from <= :at::timestamptz AND coalesce(said_until > :at::timestamptz, true))
                        ORDER BY said_from DESC, answer_id
                        """)
                .bind("at", at == null ? null : Timestamp.from(at))
                .map((row, context) -> of(row))
                .list();
    }

    /** Locks the row: what is decided on may not change meanwhile. */
    Optional<WordedAnswer> find(Handle sql, UUID id) {
        return sql.createQuery("SELECT * FROM approved_answer WHERE id = ? FOR UPDATE")
                .bind(0, id)
                .map((row, context) -> of(row))
                .findOne();
    }

    /** As written; whatever was decided before is over. */
    void put(Handle sql, WordedAnswer answer) {
        silence(sql, answer.id());
        sql.execute(
                """
                INSERT INTO approved_answer (tenant_id, id, intent, questions, text, language, strict, document_slug, standing,
                    written_by)
                VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, 'IN_REVIEW', ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET intent = excluded.intent, questions = excluded.questions,
                    text = excluded.text, language = excluded.language, strict = excluded.strict,
                    document_slug = excluded.document_slug, standing = 'IN_REVIEW', written_by = excluded.written_by,
                    written_at = now(), decided_by = null, decided_at = null
                """,
                CurrentTenant.get().id(),
                answer.id(),
                answer.intent() == null ? "" : answer.intent(),
                written(answer.questions()),
                answer.text(),
                answer.language(),
                answer.strict(),
                answer.documentSlug(),
                answer.by());
    }

    void decide(Handle sql, UUID id, Standing standing, String by) {
        sql.execute(
                "UPDATE approved_answer SET standing = ?, decided_by = ?, decided_at = now() WHERE id = ?",
                standing.name(),
                by,
                id);
        if (standing == Standing.APPROVED) {
            sql.execute(
                    """
                    INSERT INTO approved_answer_said (tenant_id, answer_id, intent, questions, text, language, strict,
                        document_slug, written_by, written_at, decided_by, said_from)
                    SELECT tenant_id, id, intent, questions, text, language, strict, document_slug, written_by, written_at,
                        decided_by, decided_at FROM approved_answer WHERE id = ?
                    """,
                    id);
        }
    }

    private static void silence(Handle sql, UUID id) {
        sql.execute("UPDATE approved_answer_said SET said_until = now() WHERE answer_id = ? AND said_until IS NULL", id);
    }

    boolean delete(Handle sql, UUID id) {
        silence(sql, id);
        return sql.execute("DELETE FROM approved_answer WHERE id = ?", id) > 0;
    }

    private WordedAnswer of(ResultSet row) throws SQLException {
        String intent = row.getString("intent");
        Standing standing = Standing.valueOf(row.getString("standing"));
        return new WordedAnswer(
                row.getObject("id", UUID.class),
                intent.isEmpty() ? null : intent,
                read(row.getString("questions")),
                row.getString("text"),
                row.getString("language"),
                row.getBoolean("strict"),
                row.getString("document_slug"),
                row.getString("written_by"),
                row.getTimestamp("written_at").toInstant(),
                standing == Standing.APPROVED ? row.getString("decided_by") : null,
                standing);
    }

    private List<String> read(String stored) {
        try {
            return json.readValue(stored, Argument.listOf(String.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String written(List<String> value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
