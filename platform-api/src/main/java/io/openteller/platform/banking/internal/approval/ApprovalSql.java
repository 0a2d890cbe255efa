package io.openteller.platform.banking.internal.approval;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.banking.Ruling.Card;
import io.openteller.platform.banking.internal.approval.Approval.State;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

@Singleton
public class ApprovalSql {

    private static final int MOST = 200;

    private static final String COLUMNS = """
            SELECT a.id, a.call_id, i.operation, i.customer_ref, i.conversation_id, a.reason, a.words, a.card::text AS card, a.asked_at,
                a.asked_by, a.expires_at, CASE WHEN a.state = 'OPEN' AND a.expires_at <= clock_timestamp() THEN 'EXPIRED' ELSE a.state
                END AS state, a.decided_at, a.decided_by, a.decided_name, a.decided_reason
            FROM bank_approval a JOIN bank_intent i ON i.tenant_id = a.tenant_id AND i.call_id = a.call_id
            WHERE a.tenant_id = :tenant""";

    /** Where one stands. */
    public record Standing(State state, Instant expires) {}

    /** Asks, if nobody did. The one who asks cannot be the one who agrees. */
    public Standing asked(Handle sql, String callId, String reason, String words, Card card) {
        Actor by = CurrentActor.get();
        sql.createUpdate("""
                        INSERT INTO bank_approval (tenant_id, id, call_id, reason, words, card, asked_by, expires_at)
                        VALUES (:tenant, :id, :call, :reason, :words, :card::jsonb, :by::uuid, clock_timestamp() + interval '24 hours')
                        ON CONFLICT (tenant_id, call_id) DO NOTHING
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", UuidV7.next())
                .bind("call", callId)
                .bind("reason", reason)
                .bind("words", words)
                .bind("card", Cards.written(card))
                .bind("by", by.kind() == Actor.Kind.STAFF && by.id() != null ? by.id().toString() : null)
                .execute();
        return sql.createQuery(COLUMNS + " AND a.call_id = :call")
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .map((row, context) -> Approval.of(row))
                .findOne()
                .map(one -> new Standing(one.state(), one.expiresAt()))
                .orElseThrow();
    }

    public boolean isAsked(Handle sql, String callId) {
        return sql.createQuery("SELECT EXISTS (SELECT FROM bank_approval WHERE tenant_id = :tenant AND call_id = :call)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .mapTo(Boolean.class)
                .one();
    }

    Optional<Approval> find(Handle sql, UUID id, boolean held) {
        return sql.createQuery(COLUMNS + " AND a.id = :id" + (held ? " FOR UPDATE OF a" : ""))
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .map((row, context) -> Approval.of(row))
                .findOne();
    }

    /** Those that wait, the most urgent first; or those that do not any more, the newest first. */
    List<Approval> list(Handle sql, boolean open) {
        return sql.createQuery(COLUMNS
                        + (open
                                ? " AND a.state = 'OPEN' AND a.expires_at > clock_timestamp() ORDER BY a.expires_at"
                                : " AND (a.state <> 'OPEN' OR a.expires_at <= clock_timestamp())"
                                        + " ORDER BY coalesce(a.decided_at, a.expires_at) DESC")
                        + " LIMIT " + MOST)
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> Approval.of(row))
                .list();
    }

    void decide(Handle sql, UUID id, State state, Actor by, String reason) {
        sql.createUpdate("""
                        UPDATE bank_approval SET state = :state, decided_at = clock_timestamp(), decided_by = :by::uuid,
                            decided_name = :name, decided_reason = :reason
                        WHERE tenant_id = :tenant AND id = :id AND state = 'OPEN'
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", id)
                .bind("state", state.name())
                .bind("by", text(by.id()))
                .bind("name", by.name())
                .bind("reason", reason)
                .execute();
    }

    /** @return those whose time has just been found to be over */
    List<Approval> expire(Handle sql) {
        List<UUID> over = sql.createQuery("UPDATE bank_approval SET state = 'EXPIRED', decided_at = expires_at"
                        + " WHERE tenant_id = :tenant AND state = 'OPEN' AND expires_at <= clock_timestamp() RETURNING id")
                .bind("tenant", CurrentTenant.get().id())
                .mapTo(UUID.class)
                .list();
        return over.stream().map(id -> find(sql, id, false).orElseThrow()).toList();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
