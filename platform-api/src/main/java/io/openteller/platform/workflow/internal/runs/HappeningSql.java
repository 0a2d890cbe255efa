package io.openteller.platform.workflow.internal.runs;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.workflow.BankEvents.Happening;
import io.openteller.platform.workflow.BankEvents.Outcome;
import io.openteller.platform.workflow.BankEvents.Taken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Rows of what happened at the bank. */
final class HappeningSql {

    private HappeningSql() {}

    /** @param conversation that the run is in */
    record Waiting(UUID run, UUID conversation) {}

    /** Nobody else takes one with this key until the transaction ends. */
    static void lock(Handle sql, String key) {
        sql.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "happening/" + CurrentTenant.get().id() + "/" + key);
    }

    static Optional<Taken> before(Handle sql, String key, String digest) {
        return sql.createQuery("SELECT outcome, conversation_id, digest FROM workflow_happening WHERE key = ?")
                .bind(0, key)
                .map((row, context) -> row.getString("digest").equals(digest)
                        ? new Taken.Done(
                                Outcome.valueOf(row.getString("outcome")), row.getObject("conversation_id", UUID.class))
                        : (Taken) new Taken.Other())
                .findOne();
    }

    static void insert(Handle sql, UUID id, Happening what, String digest, Taken.Done done) {
        sql.createUpdate("INSERT INTO workflow_happening (tenant_id, key, id, event, customer_ref, digest, outcome,"
                        + " conversation_id) VALUES (:tenant, :key, :id, :event, :customer, :digest, :outcome, :conversation::uuid)")
                .bind("tenant", CurrentTenant.get().id())
                .bind("key", what.key())
                .bind("id", id)
                .bind("event", what.event())
                .bind("customer", what.customerRef())
                .bind("digest", digest)
                .bind("outcome", done.outcome().name())
                .bind("conversation", done.conversation() == null ? null : done.conversation().toString())
                .execute();
    }

    /** Open runs of the customer's that wait for it. */
    static List<Waiting> waiting(Handle sql, String customer, String event) {
        return sql.createQuery("SELECT r.id, r.conversation_id FROM workflow_run r JOIN conversation c ON c.id = r.conversation_id"
                        + " WHERE c.customer_ref = :customer AND r.status = 'OPEN' AND r.waiting = 'EVENT'"
                        + " AND r.state->'waiting'->>'said' = :event ORDER BY r.started_at FOR UPDATE OF r")
                .bind("customer", customer)
                .bind("event", event)
                .map((row, context) -> new Waiting(
                        row.getObject("id", UUID.class), row.getObject("conversation_id", UUID.class)))
                .list();
    }

    /** The run is looked at now, and finds it. */
    static void occurred(Handle sql, UUID run, UUID id, Happening what) {
        sql.execute(
                "INSERT INTO workflow_occurrence (tenant_id, run_id, id, event, data) VALUES (?, ?, ?, ?, ?::jsonb)",
                CurrentTenant.get().id(),
                run,
                id,
                what.event(),
                what.data().toString());
        sql.execute("UPDATE workflow_run SET look_at = clock_timestamp() WHERE id = ?", run);
    }

    /** The oldest that the run has not heard of. */
    static Optional<Occurrence> unheard(Handle sql, UUID run) {
        return sql.createQuery("SELECT id, event, data::text AS data FROM workflow_occurrence o WHERE run_id = :run"
                        + " AND NOT EXISTS (SELECT FROM workflow_event e WHERE e.run_id = o.run_id AND e.origin = o.id)"
                        + " ORDER BY at, id LIMIT 1")
                .bind("run", run)
                .map((row, context) -> new Occurrence(
                        row.getObject("id", UUID.class), row.getString("event"), row.getString("data")))
                .findOne();
    }

    /** @param data as JSON */
    record Occurrence(UUID id, String event, String data) {}
}
