package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.tenancy.UuidV7;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

final class MessageSql {

    private static final String COLUMNS = """
            m.seq, m.author, m.body, m.client_message_id, m.reply_to_turn, m.author_name, m.detail::text AS detail, m.created_at,
            (SELECT vote.helpful FROM answer_vote vote WHERE vote.turn_id = m.reply_to_turn) AS helpful,
            (SELECT step.detail ->> 'state' FROM message step
             WHERE step.conversation_id = m.conversation_id
               AND step.client_message_id = 'step-' || (m.detail #>> '{card,actionId}')) AS step_state
            """;

    /** The row as it is then comes back. */
    static final String INSERT = "INSERT INTO message AS m (tenant_id, id, conversation_id, seq, author, body, client_message_id,"
            + " reply_to_turn, author_id, author_name, detail)"
            + " VALUES (:tenant, :message, :conversation, :seq, :author, :body, :clientMessage, :replyToTurn::uuid, :person::uuid,"
            + " :personName, :detail::jsonb) RETURNING " + COLUMNS;

    static final String SEQ_OF =
            "SELECT seq FROM message WHERE conversation_id = :conversation AND client_message_id = :clientMessage";

    static final String AFTER = "SELECT " + COLUMNS
            + " FROM message m WHERE conversation_id = :conversation AND seq > :after ORDER BY seq LIMIT :limit";

    /** The newest, in their order. */
    static final String NEWEST = "SELECT " + COLUMNS + " FROM message m WHERE conversation_id = :conversation"
            + " AND seq >= (SELECT next_seq FROM conversation WHERE id = :conversation) - :limit ORDER BY seq";

    private MessageSql() {}

    static Optional<Long> seqOf(Handle sql, UUID conversation, String clientMessageId) {
        return sql.createQuery(SEQ_OF)
                .bind("conversation", conversation)
                .bind("clientMessage", clientMessageId)
                .mapTo(Long.class)
                .findOne();
    }

    /** @param statement ends with {@link #INSERT} */
    static Message insert(Query statement, long seq, NewMessage message) {
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
                .bind("detail", message.detailJson())
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
        return sql.createQuery(AFTER)
                .bind("conversation", conversation)
                .bind("after", afterSeq)
                .bind("limit", limit)
                .map((row, context) -> message(row))
                .list();
    }

    static Message message(ResultSet row) throws SQLException {
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
