package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.coordination.Hint;
import io.openteller.platform.tenancy.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class MessageSql {

    private static final String COLUMNS = """
            m.seq, m.author, m.body, m.client_message_id, m.reply_to_turn, m.author_name, m.detail::text AS detail, m.created_at,
            (SELECT vote.helpful FROM answer_vote vote WHERE vote.turn_id = m.reply_to_turn) AS helpful,
            (SELECT step.detail ->> 'state' FROM message step
             WHERE step.conversation_id = m.conversation_id
               AND step.client_message_id = 'step-' || (m.detail #>> '{card,actionId}')) AS step_state
            """;

    /** Uses up the sequence number that the locked row offers. */
    private static final String ADVANCED = """
            advanced AS (UPDATE conversation SET next_seq = next_seq + 1, updated_at = clock_timestamp() WHERE id = :conversation),
            """;

    private static final String TOLD = """
            told AS (INSERT INTO outbox (tenant_id, id, topic, payload)
                SELECT :tenant, hint::uuid, 'conversation', jsonb_build_object('conversation', :conversation::text, 'what', what)
                FROM unnest(:hints, :whats) AS hints(hint, what))
            """;

    private MessageSql() {}

    static Optional<Long> seqOf(Handle sql, UUID conversation, String clientMessageId) {
        return sql.createQuery("SELECT seq FROM message WHERE conversation_id = ? AND client_message_id = ?")
                .bind(0, conversation)
                .bind(1, clientMessageId)
                .mapTo(Long.class)
                .findOne();
    }

    /**
     * The message at its place, with the hints that tell of it: one statement, as each is a way to the database and back while the
     * conversation's row is locked.
     *
     * @param advance whether the place is still to be used up
     * @return the row as it is now
     */
    static Message insert(
            Handle sql, UUID tenant, UUID conversation, long seq, NewMessage message, boolean advance, List<Hint> hints) {
        var person = message.person();
        return sql.createQuery("WITH " + (advance ? ADVANCED : "") + TOLD + """
                        INSERT INTO message AS m (tenant_id, id, conversation_id, seq, author, body, client_message_id,
                            reply_to_turn, author_id, author_name, detail)
                        VALUES (:tenant, :id, :conversation, :seq, :author, :body, :clientId,
                            :turn::uuid, :person::uuid, :name, :detail::jsonb)
                        RETURNING\s""" + COLUMNS)
                .bind("tenant", tenant)
                .bind("id", UuidV7.next())
                .bind("conversation", conversation)
                .bind("seq", seq)
                .bind("author", message.author().name())
                .bind("body", message.text())
                .bind("clientId", message.clientMessageId())
                .bind("turn", message.replyToTurn())
                .bind("person", person == null ? null : person.id())
                .bind("name", person == null ? null : person.name())
                .bind("detail", message.detailJson())
                .bindArray("hints", String.class, hints.stream().map(hint -> hint.id().toString()).toList())
                .bindArray("whats", String.class, hints.stream().map(Hint::what).toList())
                .map((row, context) -> message(row))
                .one();
    }

    /** @return false if there is no reply of the assistant at that place */
    static boolean vote(Handle sql, UUID conversation, long seq, boolean helpful) {
        return sql.createUpdate("""
                                INSERT INTO answer_vote (tenant_id, turn_id, helpful)
                                SELECT tenant_id, reply_to_turn, :helpful FROM message
                                WHERE conversation_id = :conversation AND seq = :seq AND reply_to_turn IS NOT NULL
                                ON CONFLICT (tenant_id, turn_id) DO UPDATE
                                SET helpful = excluded.helpful, voted_at = clock_timestamp()
                                """)
                        .bind("conversation", conversation)
                        .bind("seq", seq)
                        .bind("helpful", helpful)
                        .execute()
                == 1;
    }

    static List<Message> after(Handle sql, UUID conversation, long afterSeq, int limit) {
        return sql.createQuery("SELECT " + COLUMNS + " FROM message m WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?")
                .bind(0, conversation)
                .bind(1, afterSeq)
                .bind(2, limit)
                .map((row, context) -> message(row))
                .list();
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("seq"),
                Author.valueOf(row.getString("author")),
                row.getString("body"),
                row.getString("client_message_id"),
                row.getObject("reply_to_turn", UUID.class),
                row.getString("author_name"),
                row.getString("detail"),
                row.getString("step_state"),
                row.getObject("helpful", Boolean.class),
                row.getTimestamp("created_at").toInstant());
    }
}
