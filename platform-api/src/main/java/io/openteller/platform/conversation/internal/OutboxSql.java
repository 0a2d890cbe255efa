package io.openteller.platform.conversation.internal;

import io.openteller.platform.coordination.Hint;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

final class OutboxSql {

    static final String INSERT = "INSERT INTO outbox (tenant_id, id, topic, payload)"
            + " VALUES (:tenant, :hint, 'conversation', jsonb_build_object('conversation', :conversation::text, 'what', :what::text))";

    /** Besides another one, that somebody else owns the conversation now. */
    static final String INSERT_OWNER = INSERT.replace(":hint", ":ownerHint").replace(":what::text", "'owner'");

    private OutboxSql() {}

    static void insert(Handle sql, Hint hint) {
        bound(sql.createUpdate(INSERT), hint).execute();
    }

    static <S extends SqlStatement<S>> S bound(S statement, Hint hint) {
        return statement
                .bind("tenant", hint.tenant())
                .bind("hint", hint.id())
                .bind("conversation", hint.conversation())
                .bind("what", hint.what());
    }

    /** Takes rows away, oldest first, past those that another relay holds. Never a cursor over ids: commits come late. */
    static List<Hint> take(Handle sql, UUID tenant, int limit) {
        return sql.createQuery("""
                        DELETE FROM outbox WHERE id IN (
                            SELECT id FROM outbox WHERE topic = 'conversation'
                            ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING id, payload ->> 'conversation' AS conversation, payload ->> 'what' AS what
                        """)
                .bind("limit", limit)
                .map((row, context) ->
                        new Hint(row.getObject("id", UUID.class), tenant, UUID.fromString(row.getString("conversation")), row.getString("what")))
                .list();
    }
}
