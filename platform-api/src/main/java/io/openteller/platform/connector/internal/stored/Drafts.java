package io.openteller.platform.connector.internal.stored;

import io.openteller.connectors.Finding;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.drafting.DraftTable.Draft;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where connectors are written. A draft may have findings; one that is not of its name is not kept. */
@Singleton
class Drafts {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,60}");
    /** Addresses of this room that are no connector's. */
    private static final Set<String> TAKEN = Set.of("schema", "import", "preview", "check", "trial");
    private static final int LONGEST = 1_000_000;

    private final TenantDatabase database;
    private final DraftSql drafts;
    private final RequestSql requests;
    private final VersionSql versions;
    private final Judge judge;
    private final Audit audit;

    Drafts(
            TenantDatabase database,
            DraftSql drafts,
            RequestSql requests,
            VersionSql versions,
            Judge judge,
            Audit audit) {
        this.database = database;
        this.drafts = drafts;
        this.requests = requests;
        this.versions = versions;
        this.judge = judge;
        this.audit = audit;
    }

    record Saved(UUID etag, List<Finding> findings) {}

    Optional<Draft> find(String id) {
        return database.inTransaction(sql -> drafts.find(sql, id));
    }

    /**
     * Keeps the draft in the place of the one that was seen. What waits for a second person stays as it was asked for.
     *
     * @param seen etag of that one; null for the first
     * @throws ProblemException {@link ErrorCode#CONNECTOR_CHANGED} if another one is there by now
     */
    Saved save(String id, @Nullable UUID seen, String document, String layout, Actor by) {
        checkName(id);
        if (document.length() > LONGEST || layout.length() > LONGEST) {
            throw new ProblemException(ErrorCode.CONNECTOR_INVALID, "It is longer than a million letters");
        }
        if (!id.equals(Judge.name(document))) {
            throw new ProblemException(ErrorCode.CONNECTOR_INVALID, "The document has another name than its address");
        }
        List<Finding> findings = judge.findings(document);
        UUID etag = UUID.randomUUID();
        return database.inTransaction(sql -> {
            drafts.lock(sql, id);
            Draft there = drafts.find(sql, id).orElse(null);
            checkSeen(there, seen);
            drafts.put(sql, id, etag, document, layout, findings.size(), by);
            // Saved every few seconds while somebody writes: the trail tells that a draft was begun, versions tell the rest.
            if (there == null) {
                audit.record(sql, "connector.drafted", id);
            }
            return new Saved(etag, findings);
        });
    }

    /** Of what has no draft there is nothing to delete. */
    void delete(String id) {
        database.inTransaction(sql -> {
            if (drafts.lockKnown(sql, id) && drafts.find(sql, id).isPresent()) {
                drafts.delete(sql, id);
                requests.supersede(sql, id);
                audit.record(sql, "connector.draft-deleted", id);
            }
            return id;
        });
    }

    /** @throws ProblemException if it was published, for versions keep their name, or the other name is taken */
    void rename(String from, UUID seen, String to, Actor by) {
        checkName(to);
        database.inTransaction(sql -> {
            Draft draft = locked(sql, from);
            checkSeen(draft, seen);
            if (!versions.of(sql, from).isEmpty()) {
                throw new ProblemException(ErrorCode.CONNECTOR_INVALID, "What was published keeps its name; change its title");
            }
            if (drafts.known(sql, to)) {
                throw new ProblemException(ErrorCode.CONNECTOR_INVALID, "There is a connector " + to + " already");
            }
            requests.supersede(sql, from);
            drafts.rename(sql, from, to);
            drafts.put(sql, to, UUID.randomUUID(), Judge.named(draft.definition(), to), draft.layout(), draft.findings(), by);
            audit.record(sql, "connector.renamed", from + " to " + to);
            return to;
        });
    }

    private Draft locked(Handle sql, String id) {
        drafts.lock(sql, id);
        return drafts.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static void checkName(String id) {
        if (!ID.matcher(id).matches() || TAKEN.contains(id)) {
            throw new ProblemException(
                    ErrorCode.CONNECTOR_INVALID, "A connector’s name is lower-case letters, digits and hyphens, and no word of the platform’s own");
        }
    }

    private static void checkSeen(@Nullable Draft there, @Nullable UUID seen) {
        if (there == null ? seen != null : !there.etag().equals(seen)) {
            throw new ProblemException(
                    ErrorCode.CONNECTOR_CHANGED,
                    there == null
                            ? "The draft was deleted meanwhile"
                            : there.changedName() + " saved it at " + there.changedAt());
        }
    }
}
