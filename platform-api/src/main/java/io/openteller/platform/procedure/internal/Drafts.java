package io.openteller.platform.procedure.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.drafting.DraftTable.Draft;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.internal.Judge.Judged;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.procedures.definition.Definition;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where procedures are written. A draft may have findings; what is no definition at all is not kept. */
@Singleton
class Drafts {

    private final TenantDatabase database;
    private final DraftSql drafts;
    private final RequestSql requests;
    private final Judge judge;
    private final Audit audit;

    Drafts(TenantDatabase database, DraftSql drafts, RequestSql requests, Judge judge, Audit audit) {
        this.database = database;
        this.drafts = drafts;
        this.requests = requests;
        this.judge = judge;
        this.audit = audit;
    }

    record Saved(UUID etag, Judged judged) {}

    Optional<Draft> find(String id) {
        return database.inTransaction(sql -> drafts.find(sql, id));
    }

    /**
     * Keeps the draft in the place of the one that was seen. What waits for a second person stays as it was asked for.
     *
     * @param seen etag of that one; null for the first
     * @throws ProblemException {@link ErrorCode#PROCEDURE_CHANGED} if another one is there by now
     */
    Saved save(String id, @Nullable UUID seen, String definitionJson, String layoutJson, Actor by) {
        if (!Definition.ID.matcher(id).matches() || id.length() > 60) {
            throw new ProblemException(
                    ErrorCode.PROCEDURE_INVALID, "A procedure's id is lower-case words with hyphens, at most 60 letters");
        }
        Judged judged = judge.of(definitionJson);
        if (!judged.id().equals(id)) {
            throw new ProblemException(ErrorCode.PROCEDURE_INVALID, "The definition has another id: " + judged.id());
        }
        UUID etag = UUID.randomUUID();
        return database.inTransaction(sql -> {
            drafts.lock(sql, id);
            Draft there = drafts.find(sql, id).orElse(null);
            checkSeen(there, seen);
            drafts.put(sql, id, etag, judged.json(), layoutJson, judged.findings().size(), by);
            // Saved every few seconds while somebody writes: the trail tells that a draft was begun, versions tell the rest.
            if (there == null) {
                audit.record(sql, "procedure.drafted", id);
            }
            return new Saved(etag, judged);
        });
    }

    /** Of what has no draft there is nothing to delete. */
    void delete(String id, Actor by) {
        database.inTransaction(sql -> {
            if (drafts.lockKnown(sql, id) && drafts.find(sql, id).isPresent()) {
                drafts.delete(sql, id);
                requests.supersede(sql, id);
                audit.record(sql, "procedure.draft-deleted", id);
            }
            return by;
        });
    }

    /** Runs in progress go on; nothing begins it any more. */
    void archive(String id, boolean archived) {
        database.inTransaction(sql -> {
            if (!drafts.lockKnown(sql, id)) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            drafts.archive(sql, id, archived);
            audit.record(sql, archived ? "procedure.archived" : "procedure.restored", id);
            return id;
        });
    }

    private static void checkSeen(@Nullable Draft there, @Nullable UUID seen) {
        if (there == null ? seen != null : !there.etag().equals(seen)) {
            throw new ProblemException(
                    ErrorCode.PROCEDURE_CHANGED,
                    there == null
                            ? "The draft was deleted meanwhile"
                            : there.changedName() + " saved it at " + there.changedAt());
        }
    }
}
