package io.openteller.platform.drafting;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.drafting.DraftTable.Draft;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What waits for a second person: a copy of the draft as it was when it was asked for. */
public class RequestTable {

    private final String kind;

    /** @param kind as the tables are named; never from outside */
    protected RequestTable(String kind) {
        this.kind = kind;
    }

    /**
     * One that waits.
     *
     * @param writtenBy who changed the draft last
     */
    public record Waiting(
            UUID request,
            String id,
            UUID etag,
            String definition,
            String layout,
            String comment,
            Instant askedAt,
            @Nullable UUID askedBy,
            String askedName,
            @Nullable UUID writtenBy) {

        /** Whether it is theirs, so that somebody else has to decide. */
        public boolean isOf(Actor actor) {
            return actor.id() != null && (actor.id().equals(askedBy) || actor.id().equals(writtenBy));
        }

        /** The same with what the platform itself writes into it, such as its number. */
        public Waiting saying(String changed) {
            return new Waiting(request, id, etag, changed, layout, comment, askedAt, askedBy, askedName, writtenBy);
        }
    }

    /** How the newest request ended, if it was refused. */
    public record Refusal(String by, Instant at, String reason) {}

    public Optional<Waiting> find(Handle sql, String id) {
        return sql.createQuery("SELECT request, id, etag, definition::text AS definition, layout::text AS layout, comment,"
                        + " asked_at, asked_by, asked_name, written_by FROM " + kind + "_request"
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

    /** @throws ProblemException if nothing waits, or {@code by} must not decide: a program, who asked, who wrote it */
    public Waiting forDecision(Handle sql, String id, Actor by) {
        Waiting asked = find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.APPROVAL_DECIDED));
        if (by.kind() != Actor.Kind.STAFF && by.kind() != Actor.Kind.OPERATOR) {
            throw new ProblemException(ErrorCode.SECOND_PERSON_NEEDED, "A person has to decide, not a program");
        }
        if (asked.isOf(by)) {
            throw new ProblemException(
                    ErrorCode.SECOND_PERSON_NEEDED, "You wrote this or asked for it; a colleague has to decide");
        }
        return asked;
    }

    /** That the newest request was refused, by whom and why; empty if it was not. */
    public Optional<Refusal> refused(Handle sql, String id) {
        return sql.createQuery("SELECT state, decided_name, decided_at, coalesce(reason, '') AS reason FROM " + kind
                        + "_request WHERE id = ? ORDER BY asked_at DESC LIMIT 1")
                .bind(0, id)
                .map((row, context) -> row.getString("state").equals("REFUSED")
                        ? Optional.of(new Refusal(
                                row.getString("decided_name"),
                                row.getTimestamp("decided_at").toInstant(),
                                row.getString("reason")))
                        : Optional.<Refusal>empty())
                .findOne()
                .flatMap(found -> found);
    }

    /** Whatever waited before is superseded. */
    public void ask(Handle sql, Draft draft, String comment, Actor by) {
        supersede(sql, draft.id());
        sql.createUpdate("INSERT INTO " + kind + "_request" + """
                         (tenant_id, request, id, etag, definition, layout, comment, asked_by, asked_name, written_by)
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

    public void supersede(Handle sql, String id) {
        sql.execute(
                "UPDATE " + kind + "_request SET state = 'SUPERSEDED' WHERE id = ? AND state = 'WAITING'", id);
    }

    public void decide(Handle sql, UUID request, boolean approved, Actor by, @Nullable String reason) {
        sql.createUpdate("UPDATE " + kind
                        + "_request SET state = :state, decided_at = clock_timestamp(), decided_by = :by::uuid,"
                        + " decided_name = :name, reason = :reason WHERE request = :request AND state = 'WAITING'")
                .bind("state", approved ? "APPROVED" : "REFUSED")
                .bindByType("by", by.id(), UUID.class)
                .bind("name", by.name())
                .bind("reason", reason)
                .bind("request", request)
                .execute();
    }
}
