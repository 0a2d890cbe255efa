package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What agents say messages were about, until somebody decides on it. */
@Singleton
class SuggestionSql {

    /** How it was decided. */
    enum State {
        SUGGESTED,
        ACCEPTED,
        DECLINED
    }

    @Serdeable
    record Suggestion(
            UUID id,
            String intent,
            String text,
            String language,
            UUID conversationId,
            long messageSeq,
            Instant suggestedAt,
            String suggestedBy) {}

    /** A second opinion on the same message replaces the first, unless that one was decided on. */
    boolean suggest(
            Handle sql, String intent, String text, String language, UUID conversation, long seq, String by) {
        return sql.execute(
                        """
                        INSERT INTO intent_suggestion AS s (tenant_id, id, intent, text, language, conversation_id, message_seq,
                            suggested_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (tenant_id, conversation_id, message_seq) DO UPDATE SET intent = excluded.intent,
                            suggested_at = now(), suggested_by = excluded.suggested_by
                        WHERE s.state = 'SUGGESTED'
                        """,
                        CurrentTenant.get().id(),
                        UuidV7.next(),
                        intent,
                        text,
                        language,
                        conversation,
                        seq,
                        by)
                > 0;
    }

    int open(Handle sql) {
        return sql.createQuery("SELECT count(*) FROM intent_suggestion WHERE state = 'SUGGESTED'")
                .mapTo(Integer.class)
                .one();
    }

    /** Oldest first. */
    List<Suggestion> list(Handle sql, int limit) {
        return sql.createQuery("SELECT * FROM intent_suggestion WHERE state = 'SUGGESTED' ORDER BY suggested_at, id LIMIT ?")
                .bind(0, limit)
                .map((row, context) -> new Suggestion(
                        row.getObject("id", UUID.class),
                        row.getString("intent"),
                        row.getString("text"),
                        row.getString("language"),
                        row.getObject("conversation_id", UUID.class),
                        row.getLong("message_seq"),
                        row.getTimestamp("suggested_at").toInstant(),
                        row.getString("suggested_by")))
                .list();
    }

    /** @return empty if it was decided on before, or never made */
    Optional<Suggestion> decide(Handle sql, UUID id, State state, String by) {
        Optional<Suggestion> open =
                list(sql, Integer.MAX_VALUE).stream().filter(one -> one.id().equals(id)).findFirst();
        int changed = sql.execute(
                "UPDATE intent_suggestion SET state = ?, decided_at = now(), decided_by = ?"
                        + " WHERE id = ? AND state = 'SUGGESTED'",
                state.name(),
                by,
                id);
        return changed > 0 ? open : Optional.empty();
    }
}
