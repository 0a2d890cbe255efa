package io.openteller.platform.conversation.internal;

import io.openteller.platform.conversation.Owner;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

final class ConversationSql {

    private ConversationSql() {}

    /** Takes the row lock that makes sequence numbers gapless: whoever holds it is the only writer. */
    static Optional<ConversationRow> lock(Handle sql, UUID id) {
        return sql.createQuery("SELECT owner, next_seq FROM conversation WHERE id = ? FOR UPDATE")
                .bind(0, id)
                .map((row, context) ->
                        new ConversationRow(Owner.valueOf(row.getString("owner")), row.getLong("next_seq")))
                .findOne();
    }

    static void advance(Handle sql, UUID id, Owner owner) {
        sql.execute(
                "UPDATE conversation SET next_seq = next_seq + 1, owner = ?, updated_at = now() WHERE id = ?",
                owner.name(),
                id);
    }
}
