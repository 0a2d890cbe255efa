package io.openteller.platform.procedure.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.procedure.internal.DraftSql.Draft;
import io.openteller.platform.procedure.internal.ProcedureViews.Refused;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What waits for a second person: a copy of the draft as it was when it was asked for. */
@Singleton
class RequestSql {

    /**
     * One that waits.
     *
     * @param writtenBy who changed the draft last
     */
    record Waiting(
            UUID request,
            String id,
            UUID etag,
            String definition,
            String layout,
            String comment,
            Instant askedAt,
            @Nullable UUID askedBy,
            String askedName,
            @Nullable UUID writtenBy) {}

    Optional<Waiting> find(Handle sql, String id) {
        return sql.createQuery("SELECT request, id, etag, definition::text AS definition, layout::text AS layout, comment,"
                        + " asked_at, asked_by, asked_name, written_by FROM procedure_request"
                        + " WHERE id = ? AND state = 'WAITING'")
                .bind(0, id)
                .map((row, context) -> new Waiting(
                        Objects.requireNonNull(row.getObject("request", UUID.class)),
                        row.getString("id"),
                        Objects.requireNonNull(row.getObject("etag", UUID.class)),
                        row.getString("definition"),
                        row.getString("layout"),
                        row.getString("comment"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getObject("asked_by", UUID.class),
                        row.getString("asked_name"),
                        row.getObject("written_by", UUID.class)))
                .findOne();
    }

    /** That the newest request was refused, by whom and why; empty if it was not. */
    Optional<Refused> refused(Handle sql, String id) {
        return sql.createQuery("SELECT state, decided_name, decided_at, coalesce(reason, '') AS reason FROM procedure_request"
                        + " WHERE id = ? ORDER BY asked_at DESC LIMIT 1")
                .bind(0, id)
                .map((row, context) -> row.getString("state").equals("REFUSED")
                        ? Optional.of(new Refused(
                                row.getString("decided_name"),
                                row.getTimestamp("decided_at").toInstant(),
                                row.getString("reason")))
                        : Optional.<Refused>empty())
                .findOne()
                .flatMap(found -> found);
    }

    /** Whatever waited before is superseded. */
    void ask(Handle sql, Draft draft, String comment, Actor by) {
        supersede(sql, draft.id());
        sql.createUpdate("""
                        INSERT INTO procedure_request (tenant_id, request, id, etag, definition, layout, comment, asked_by,
                            asked_name, written_by)
                        VALUES (:tenant, gen_random_uuid(), :id, :etag, :definition::json, :layout::json, :comment, :by::uuid,
                            :name, :writer::uuid)
                        """)
                .bind("tenant", CurrentTenant.get().id())
                .bind("id", draft.id())
                .bind("etag", draft.etag())
                .bind("definition", draft.definition())
                .bind("layout", draft.layout())
                .bind("comment", comment)
                .bindByType("by", by.id(), UUID.class)
                .bind("name", by.name())
                .bindByType("writer", draft.changedBy(), UUID.class)
                .execute();
    }

    void supersede(Handle sql, String id) {
        sql.execute("UPDATE procedure_request SET state = 'SUPERSEDED' WHERE id = ? AND state = 'WAITING'", id);
    }

    void decide(Handle sql, UUID request, boolean approved, Actor by, @Nullable String reason) {
        sql.createUpdate("UPDATE procedure_request SET state = :state, decided_at = clock_timestamp(), decided_by = :by::uuid,"
                        + " decided_name = :name, reason = :reason WHERE request = :request AND state = 'WAITING'")
                .bind("state", approved ? "APPROVED" : "REFUSED")
                .bindByType("by", by.id(), UUID.class)
                .bind("name", by.name())
                .bind("reason", reason)
                .bind("request", request)
                .execute();
    }
}
