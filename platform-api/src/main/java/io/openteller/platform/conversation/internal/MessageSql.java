package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.tenancy.UuidV7;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

final class MessageSql {

    static final String INSERT = "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id,"
            + " reply_to_turn, author_id, author_name, detail)"
            + " VALUES (:tenant, :message, :conversation, :seq, :author, :body, :clientMessage, :replyToTurn::uuid, :person::uuid, :personName,"
            + " :detail::jsonb)";

    private MessageSql() {}

    static Optional<Long> seqOf(Handle sql, UUID conversation, String clientMessageId) {
        return sql.createQuery("SELECT seq FROM message WHERE conversation_id = ? AND client_message_id = ?")
                .bind(0, conversation)
                .bind(1, clientMessageId)
                .mapTo(Long.class)
                .findOne();
    }

    static Update bound(Update statement, long seq, NewMessage message) {
        var person = message.person();
        return statement
                .bind("message", UuidV7.next())
                .bind("seq", seq)
                .bind("author", message.author().name())
                .bind("body", message.text())
                .bind("clientMessage", message.clientMessageId())
                .bind("replyToTurn", message.replyToTurn())
                .bind("person", person == null ? null : person.id())
                .bind("personName", person == null ? null : person.name())
                .bind("detail", message.detailJson());
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
        return sql.createQuery("""
                        SELECT seq, author, body, client_message_id, reply_to_turn, author_name, detail::text AS detail,
                            created_at,
                            (SELECT vote.helpful FROM answer_vote vote WHERE vote.turn_id = m.reply_to_turn) AS helpful,
                            (SELECT step.detail ->> 'state' FROM message step
                             WHERE step.conversation_id = m.conversation_id
                               AND step.client_message_id = 'step-' || (m.detail #>> '{card,actionId}')) AS step_state
                        FROM message m WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?
                        """)
                .bind(0, conversation)
                .bind(1, afterSeq)
                .bind(2, limit)
                .map((row, context) -> new Message(
                        row.getLong("seq"),
                        Author.valueOf(row.getString("author")),
                        row.getString("body"),
                        row.getString("client_message_id"),
                        row.getObject("reply_to_turn", UUID.class),
                        row.getString("author_name"),
                        row.getString("detail"),
                        row.getString("step_state"),
                        row.getObject("helpful", Boolean.class),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
