package io.openteller.platform.banking.internal.intent;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

@Singleton
class UnsettledSql {

    private static final int MOST = 200;

    /** What waits for a person, and what the bank is being asked about. A call under way is neither. */
    private static final String OPEN = "(attention IS NOT NULL AND settled_at IS NULL OR state = 'IN_DOUBT'"
            + " OR state = 'CALLING' AND lease_until < clock_timestamp())";

    /** @param second how many of those for people one has looked at, and a second one has to */
    record Counts(int asking, int people, int second) {}

    /** What waits for people first, each the oldest first. */
    List<Unsettled> list(Handle sql) {
        return sql.createQuery(Unsettled.COLUMNS + OPEN + " ORDER BY attention IS NULL, since LIMIT " + MOST)
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> Unsettled.of(row))
                .list();
    }

    Counts counts(Handle sql) {
        return sql.createQuery("SELECT count(*) FILTER (WHERE attention IS NULL) AS asking,"
                        + " count(*) FILTER (WHERE attention IS NOT NULL AND found_at IS NULL) AS people,"
                        + " count(*) FILTER (WHERE attention IS NOT NULL AND found_at IS NOT NULL) AS second"
                        + " FROM bank_intent WHERE tenant_id = :tenant AND " + OPEN)
                .bind("tenant", CurrentTenant.get().id())
                .map((row, context) -> new Counts(row.getInt("asking"), row.getInt("people"), row.getInt("second")))
                .one();
    }

    /** Also one that is settled by now; no call that never was in doubt. */
    Optional<Unsettled> find(Handle sql, String callId) {
        return one(sql, callId, "(" + OPEN + " OR settled_at IS NOT NULL OR EXISTS (SELECT FROM bank_attempt tried"
                + " WHERE tried.tenant_id = bank_intent.tenant_id AND tried.call_id = bank_intent.call_id))");
    }

    /** One that a person has to look at. Held until the transaction ends. */
    Optional<Unsettled> waiting(Handle sql, String callId) {
        return one(sql, callId, "attention IS NOT NULL AND settled_at IS NULL AND state <> 'IN_DOUBT'"
                + " AND state <> 'CALLING' FOR UPDATE");
    }

    private static Optional<Unsettled> one(Handle sql, String callId, String which) {
        return sql.createQuery(Unsettled.COLUMNS + "call_id = :call AND " + which)
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId)
                .map((row, context) -> Unsettled.of(row))
                .findOne();
    }

    void found(Handle sql, String callId, boolean notDone, String reason, Actor by) {
        update(sql, "found_not_done = :notDone, found_reason = :reason, found_by = :by, found_name = :name,"
                        + " found_at = clock_timestamp()", callId)
                .bind("notDone", notDone)
                .bind("reason", reason)
                .bind("by", by.id())
                .bind("name", by.name())
                .execute();
    }

    void notFound(Handle sql, String callId) {
        update(sql, "found_not_done = NULL, found_reason = NULL, found_by = NULL, found_name = NULL, found_at = NULL", callId)
                .execute();
    }

    /** What was not done does not count any more. */
    void settled(Handle sql, String callId, boolean notDone, String reason, String by) {
        update(sql, """
                        settled_at = clock_timestamp(), settled_by = :by, settled_reason = :reason,
                            counted_at = CASE WHEN :notDone AND state = 'NEEDS_PERSON' THEN NULL ELSE counted_at END,
                            state = CASE WHEN :notDone AND state = 'NEEDS_PERSON' THEN 'NOT_DONE' ELSE state END""", callId)
                .bind("by", by)
                .bind("reason", reason)
                .bind("notDone", notDone)
                .execute();
    }

    private static Update update(Handle sql, String set, String callId) {
        return sql.createUpdate("UPDATE bank_intent SET " + set + " WHERE tenant_id = :tenant AND call_id = :call")
                .bind("tenant", CurrentTenant.get().id())
                .bind("call", callId);
    }
}
