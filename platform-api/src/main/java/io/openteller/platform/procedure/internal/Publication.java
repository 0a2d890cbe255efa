package io.openteller.platform.procedure.internal;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.drafting.DraftTable.Draft;
import io.openteller.platform.drafting.RequestTable.Waiting;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Publishing: one person asks, another one decides on exactly what was asked for. */
@Singleton
class Publication {

    private final TenantDatabase database;
    private final DraftSql drafts;
    private final RequestSql requests;
    private final VersionSql versions;
    private final Judge judge;
    private final Releases releases;
    private final Audit audit;
    private final InForce inForce;

    Publication(
            TenantDatabase database,
            DraftSql drafts,
            RequestSql requests,
            VersionSql versions,
            Judge judge,
            Releases releases,
            Audit audit,
            InForce inForce) {
        this.database = database;
        this.drafts = drafts;
        this.requests = requests;
        this.versions = versions;
        this.judge = judge;
        this.releases = releases;
        this.audit = audit;
        this.inForce = inForce;
    }

    void ask(String id, UUID etag, String comment, Actor by) {
        database.inTransaction(sql -> {
            drafts.lock(sql, id);
            Draft draft = drafts.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            if (!draft.etag().equals(etag)) {
                throw new ProblemException(ErrorCode.PROCEDURE_CHANGED, draft.changedName() + " saved it meanwhile");
            }
            judge.insistOnFaultless(draft.definition());
            requests.ask(sql, draft, comment, by);
            audit.record(sql, "procedure.publication-asked", id);
            return id;
        });
    }

    /** @return the number of the new version */
    int approve(String id, UUID etag, Actor by) {
        int number = database.inTransaction(sql -> {
            drafts.lock(sql, id);
            Waiting asked = requests.forDecision(sql, id, by);
            if (!asked.etag().equals(etag)) {
                throw new ProblemException(ErrorCode.APPROVAL_OUTDATED);
            }
            // The catalogue, or another procedure that it calls, may have changed since it was asked for.
            judge.insistOnFaultless(asked.definition());
            return published(sql, asked, by);
        });
        inForce.forget();
        return number;
    }

    void refuse(String id, @Nullable String reason, Actor by) {
        database.inTransaction(sql -> {
            drafts.lock(sql, id);
            requests.decide(sql, requests.forDecision(sql, id, by).request(), false, by, reason);
            audit.record(sql, "procedure.publication-refused", id);
            return id;
        });
    }

    private int published(Handle sql, Waiting asked, Actor by) {
        List<VersionSql.Version> before = versions.of(sql, asked.id());
        long release = releases.publish(
                asked.askedName() + ", approved by " + by.name(),
                "procedure:" + asked.id(),
                before.isEmpty() ? null : "version " + before.getFirst().number(),
                "version " + (before.isEmpty() ? 1 : before.getFirst().number() + 1));
        int number = versions.add(sql, asked, release, by.name());
        requests.decide(sql, asked.request(), true, by, null);
        drafts.archive(sql, asked.id(), false);
        drafts.find(sql, asked.id())
                .filter(draft -> draft.etag().equals(asked.etag()))
                .ifPresent(draft -> drafts.delete(sql, asked.id()));
        audit.record(sql, "procedure.published", asked.id() + "/" + number);
        return number;
    }
}
