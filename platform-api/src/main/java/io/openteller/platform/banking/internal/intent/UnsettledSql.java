package io.openteller.platform.banking.internal.intent;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.banking.CallListener;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

@Singleton
class UnsettledSql {

    private static final int MOST = 200;

    private final Audit audit;
    private final List<CallListener> listeners;

    UnsettledSql(Audit audit, List<CallListener> listeners) {
        this.audit = audit;
        this.listeners = listeners;
    }

    /** @param customer only the last digits of their number */
    @Serdeable
    record Unsettled(
            String callId, String operation, String customer, UUID conversation, Intent.State state, String reason, Instant since) {}

    /** The oldest first. */
    List<Unsettled> list(Handle sql) {
        return sql.createQuery("SELECT call_id, operation, '•••• ' || right(customer_ref, 4) AS customer, conversation_id, state,"
                        + " attention, attention_at FROM bank_intent WHERE tenant_id = :tenant AND attention IS NOT NULL"
                        + " AND settled_at IS NULL ORDER BY attention_at LIMIT " + MOST)
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> new Unsettled(
                        row.getString("call_id"),
                        row.getString("operation"),
                        row.getString("customer"),
                        row.getObject("conversation_id", UUID.class),
                        Intent.State.valueOf(row.getString("state")),
                        row.getString("attention"),
                        row.getTimestamp("attention_at").toInstant()))
                .list();
    }

    /** @return false if nothing of the kind waits */
    boolean settle(Handle sql, String callId, boolean notDone, String reason, String by) {
        var conversation = sql.createQuery("""
                        UPDATE bank_intent SET settled_at = clock_timestamp(), settled_by = :by, settled_reason = :reason,
                            counted_at = CASE WHEN :notDone AND state = 'NEEDS_PERSON' THEN NULL ELSE counted_at END,
                            state = CASE WHEN :notDone AND state = 'NEEDS_PERSON' THEN 'NOT_DONE' ELSE state END
                        WHERE tenant_id = :tenant AND call_id = :call AND attention IS NOT NULL AND settled_at IS NULL
                        RETURNING conversation_id
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .bind("by", by)
                .bind("reason", reason)
                .bind("notDone", notDone)
                .mapTo(UUID.class)
                .findOne();
        conversation.ifPresent(of -> {
            audit.record(sql, "bank.settled", callId);
            listeners.forEach(one -> one.moved(of, callId));
        });
        return conversation.isPresent();
    }
}
