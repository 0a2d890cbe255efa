package io.openteller.platform.banking.internal.intent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Property;
import io.openteller.platform.banking.Ruling.Card;
import io.openteller.platform.banking.internal.approval.Cards;
import io.openteller.platform.banking.internal.policy.Amount;
import io.openteller.platform.banking.internal.policy.Asked;
import io.openteller.platform.banking.internal.supply.Supplier;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What is still open is only ever ended once: each statement that ends one names the states it may end. Times are the database's. */
@Singleton
public class IntentSql {

    private static final String STILL_OPEN = " WHERE tenant_id = :tenant AND call_id = :call AND state IN ('CALLING', 'IN_DOUBT')";

    private final Duration lease;

    /** @param lease longer than a call and a question about it take together */
    IntentSql(@Property(name = "openteller.banking.lease", defaultValue = "30s") Duration lease) {
        this.lease = lease;
    }

    Optional<Intent> find(Handle sql, String callId) {
        return one(sql, callId, "");
    }

    /** Held until the transaction ends. */
    Optional<Intent> locked(Handle sql, String callId) {
        return one(sql, callId, " FOR UPDATE");
    }

    private static Optional<Intent> one(Handle sql, String callId, String more) {
        return sql.createQuery(IntentRow.COLUMNS + " WHERE tenant_id = :tenant AND call_id = :call" + more)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .map((row, context) -> IntentRow.of(row))
                .findOne();
    }

    /** Adds it unless it is there, and holds it. */
    Intent proposed(Handle sql, Asked asked, @Nullable String undoes) {
        sql.createUpdate("""
                        INSERT INTO bank_intent (tenant_id, call_id, conversation_id, customer_ref, operation, intent,
                            language, arguments, bank_arguments, undoes)
                        VALUES (:tenant, :call, :conversation, :customer, :operation, :intent, :language,
                            :arguments::jsonb, :bankArguments::jsonb, :undoes)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", asked.callId())
                .bind("conversation", asked.session().conversation())
                .bind("customer", asked.customer())
                .bind("operation", asked.operation())
                .bind("intent", asked.session().intent())
                .bind("language", asked.session().language())
                .bind("arguments", asked.arguments().toString())
                .bind("bankArguments", asked.bankArguments().toString())
                .bind("undoes", undoes)
                .execute();
        return locked(sql, asked.callId()).orElseThrow();
    }

    void shown(Handle sql, String callId, Card card) {
        update(sql, "UPDATE bank_intent SET card = :card::jsonb, card_expires_at = :expires", callId, " AND state = 'PROPOSED'")
                .bind("card", Cards.written(card))
                .bind("expires", Timestamp.from(card.expires()))
                .execute();
    }

    /** @return whether the card was still open */
    boolean answered(Handle sql, Intent intent, boolean accepted) {
        return update(
                        sql,
                        accepted
                                ? "UPDATE bank_intent SET confirmed_at = clock_timestamp()"
                                : "UPDATE bank_intent SET state = 'DECLINED', ended_at = clock_timestamp(), reason = 'customer-declined'",
                        intent.callId(),
                        " AND state = 'PROPOSED' AND confirmed_at IS NULL AND card_expires_at > clock_timestamp()")
                .execute()
                > 0;
    }

    void declined(Handle sql, String callId, String rule) {
        update(
                        sql,
                        "UPDATE bank_intent SET state = 'DECLINED', ended_at = clock_timestamp(), reason = :rule",
                        callId,
                        " AND state = 'PROPOSED'")
                .bind("rule", rule)
                .execute();
    }

    /** From here on it counts, and whoever finds it after the lease has to find out what became of it. */
    Intent reserved(Handle sql, Asked asked, boolean counts) {
        Amount amount = asked.amount();
        Supplier.Edition edition = asked.supplier().edition();
        update(sql, """
                        UPDATE bank_intent SET state = 'CALLING', called_at = clock_timestamp(), plugin = :plugin, typed = :typed,
                            connector = :connector, connector_version = :version,
                            bank_arguments = :bankArguments::jsonb,
                            counted_at = CASE WHEN :counts THEN clock_timestamp() END,
                            counted_minor = :minor, counted_currency = :currency,
                            lease_until = clock_timestamp() + make_interval(secs => :lease),
                            look_at = clock_timestamp() + make_interval(secs => :lease)
                        """, asked.callId(), " AND state = 'PROPOSED'")
                .bind("plugin", asked.supplier().plugin())
                .bind("typed", asked.supplier().typed())
                .bind("connector", edition == null ? null : edition.connector())
                .bind("version", edition == null ? null : edition.version())
                .bind("bankArguments", asked.bankArguments().toString())
                .bind("counts", counts)
                .bind("minor", amount == null ? null : amount.minor())
                .bind("currency", amount == null ? null : amount.currency())
                .bind("lease", seconds(lease))
                .execute();
        return locked(sql, asked.callId()).orElseThrow();
    }

    boolean done(Handle sql, Intent intent, ObjectNode output, Instant asOf, long millis) {
        return ended(sql, intent, """
                        'DONE', output = :output::jsonb, as_of = :asOf, millis = :millis,
                            attention = CASE WHEN undo_wanted THEN 'it was done, and is to be undone' END,
                            attention_at = CASE WHEN undo_wanted THEN coalesce(attention_at, clock_timestamp()) END,
                            found_at = NULL""")
                .bind("output", output.toString())
                .bind("asOf", Timestamp.from(asOf))
                .bind("millis", millis)
                .execute()
                > 0;
    }

    /** Nothing was changed, so it does not count any more. */
    boolean nothingDone(Handle sql, Intent intent, Intent.State state, String reason, long millis) {
        return ended(sql, intent, ":state, reason = :reason, millis = :millis, counted_at = NULL,"
                        + " attention = NULL, attention_at = NULL, found_at = NULL")
                .bind("state", state.name())
                .bind("reason", reason)
                .bind("millis", millis)
                .execute()
                > 0;
    }

    /** @return false also if somebody else asks about it by now, and may yet be told */
    boolean toPerson(Handle sql, Intent intent, String reason) {
        return ended(sql, intent, "'NEEDS_PERSON', reason = :reason, attention = :reason,"
                        + " attention_at = coalesce(attention_at, clock_timestamp())", " AND attempts = :attempts")
                .bind("reason", reason)
                .bind("attempts", intent.attempts())
                .execute()
                > 0;
    }

    /** Unless somebody else asks about it by now: whoever knows nothing must not take it from them. */
    void lookAgain(Handle sql, Intent intent, String reason, Duration in) {
        update(sql, """
                        UPDATE bank_intent SET state = 'IN_DOUBT', reason = :reason, lease_until = NULL,
                            look_at = clock_timestamp() + make_interval(secs => :in)
                        """, intent.callId(), " AND state IN ('CALLING', 'IN_DOUBT') AND attempts = :attempts")
                .bind("reason", reason)
                .bind("in", seconds(in))
                .bind("attempts", intent.attempts())
                .execute();
    }

    /** As if the lease of whoever asks about it had run out, unless it has and somebody else asks. */
    boolean letGo(Handle sql, String callId, int attempts) {
        return update(
                                sql,
                                "UPDATE bank_intent SET lease_until = NULL, look_at = clock_timestamp()",
                                callId,
                                " AND state IN ('CALLING', 'IN_DOUBT') AND attempts = :attempts AND lease_until > clock_timestamp()")
                        .bind("attempts", attempts)
                        .execute()
                > 0;
    }

    private Update ended(Handle sql, Intent intent, String set) {
        return ended(sql, intent, set, "");
    }

    private Update ended(Handle sql, Intent intent, String set, String when) {
        return sql.createUpdate("UPDATE bank_intent SET ended_at = clock_timestamp(), lease_until = NULL, look_at = NULL, state = "
                        + set + STILL_OPEN + when)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", intent.callId());
    }

    /** Takes the lease of one that nobody is finding out about, in the order in which they are due. */
    Optional<Intent> claimed(Handle sql) {
        return claimed(sql, "look_at <= clock_timestamp() ORDER BY look_at LIMIT 1", null);
    }

    /** Takes the lease of this one, if nobody has it. */
    Optional<Intent> claimed(Handle sql, String callId) {
        return claimed(sql, "call_id = :call", callId);
    }

    private Optional<Intent> claimed(Handle sql, String which, @Nullable String callId) {
        return sql.createQuery("""
                        UPDATE bank_intent SET attempts = attempts + 1,
                            lease_until = clock_timestamp() + make_interval(secs => :lease),
                            look_at = clock_timestamp() + make_interval(secs => :lease)
                        WHERE tenant_id = :tenant AND call_id = (
                            SELECT call_id FROM bank_intent WHERE tenant_id = :tenant AND state IN ('CALLING', 'IN_DOUBT')
                                AND (lease_until IS NULL OR lease_until < clock_timestamp()) AND %s FOR UPDATE SKIP LOCKED)
                        RETURNING call_id
                        """.formatted(which))
                .bind("tenant", CurrentTenant.get().id())
                .bind("lease", seconds(lease))
                .bindMap(callId == null ? Map.of() : Map.of("call", callId))
                .mapTo(String.class)
                .findOne()
                .flatMap(id -> find(sql, id));
    }

    /** Takes the lease of this one also when the bank was not to be asked about it any more. */
    Optional<Intent> reopened(Handle sql, String callId) {
        int taken = sql.createUpdate("""
                        UPDATE bank_intent SET state = 'IN_DOUBT', attempts = attempts + 1,
                            lease_until = clock_timestamp() + make_interval(secs => :lease),
                            look_at = clock_timestamp() + make_interval(secs => :lease)
                        WHERE tenant_id = :tenant AND call_id = :call
                            AND (state IN ('CALLING', 'IN_DOUBT') AND (lease_until IS NULL OR lease_until < clock_timestamp())
                                OR state = 'NEEDS_PERSON' AND settled_at IS NULL)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .bind("lease", seconds(lease))
                .execute();
        return taken == 0 ? Optional.empty() : find(sql, callId);
    }

    void undone(Handle sql, String callId, String by) {
        update(sql, "UPDATE bank_intent SET undone_by = :by", callId, "").bind("by", by).execute();
    }

    /** A person has to look at what remains of it. The first reason stays. */
    void attention(Handle sql, String callId, String reason) {
        update(
                        sql,
                        "UPDATE bank_intent SET undo_wanted = true, attention = coalesce(attention, :reason),"
                                + " attention_at = coalesce(attention_at, clock_timestamp())",
                        callId,
                        "")
                .bind("reason", reason)
                .execute();
    }

    private static Update update(Handle sql, String update, String callId, String when) {
        return sql.createUpdate(update + " WHERE tenant_id = :tenant AND call_id = :call" + when)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
