package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class MessageSql {

    private MessageSql() {}

    static Optional<Long> seqOf(Handle sql, UUID conversation, String clientMessageId) {
        return sql.createQuery("SELECT seq FROM message WHERE conversation_id = ? AND client_message_id = ?")
                .bind(0, conversation)
                .bind(1, clientMessageId)
                .mapTo(Long.class)
                .findOne();
    }

    static void insertCustomer(
            Handle sql, UUID tenant, UUID conversation, long seq, String clientMessageId, String text) {
        sql.execute(
                "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, client_message_id)"
                        + " VALUES (?, ?, ?, ?, 'CUSTOMER', ?, ?)",
                tenant,
                UuidV7.next(),
                conversation,
                seq,
                text,
                clientMessageId);
    }

    static void insertReply(Handle sql, UUID tenant, ClaimedTurn turn, long seq, String text) {
        sql.execute(
                "INSERT INTO message (tenant_id, id, conversation_id, seq, author, body, reply_to_turn)"
                        + " VALUES (?, ?, ?, ?, 'ASSISTANT', ?, ?)",
                tenant,
                UuidV7.next(),
                turn.conversation(),
                seq,
                text,
                turn.id());
    }

    static List<Message> after(Handle sql, UUID conversation, long afterSeq, int limit) {
        return sql.createQuery("SELECT seq, author, body, reply_to_turn, created_at FROM message"
                        + " WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?")
                .bind(0, conversation)
                .bind(1, afterSeq)
                .bind(2, limit)
                .map((row, context) -> new Message(
                        row.getLong("seq"),
                        Author.valueOf(row.getString("author")),
                        row.getString("body"),
                        row.getObject("reply_to_turn", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }
}
