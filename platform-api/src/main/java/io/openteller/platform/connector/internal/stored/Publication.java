package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.drafting.DraftTable.Draft;
import io.openteller.platform.drafting.RequestTable.Waiting;
import io.openteller.platform.plugin.PublishedSettings;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Publishing: one person asks, another one decides on exactly what was asked for. In the transaction of the approval the new
 * version becomes part of a release, and what the plugin runs on.
 */
@Singleton
class Publication {

    private final TenantDatabase database;
    private final DraftSql drafts;
    private final RequestSql requests;
    private final VersionSql versions;
    private final UseSql uses;
    private final Judge judge;
    private final Releases releases;
    private final Audit audit;
    private final PublishedSettings settings;

    Publication(
            TenantDatabase database,
            DraftSql drafts,
            RequestSql requests,
            VersionSql versions,
            UseSql uses,
            Judge judge,
            Releases releases,
            Audit audit,
            PublishedSettings settings) {
        this.database = database;
        this.drafts = drafts;
        this.requests = requests;
        this.versions = versions;
        this.uses = uses;
        this.judge = judge;
        this.releases = releases;
        this.audit = audit;
        this.settings = settings;
    }

    void ask(String id, UUID etag, String comment, Actor by) {
        database.inTransaction(sql -> {
            drafts.lock(sql, id);
            Draft draft = drafts.find(sql, id).orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            if (!draft.etag().equals(etag)) {
                throw new ProblemException(ErrorCode.CONNECTOR_CHANGED, draft.changedName() + " saved it meanwhile");
            }
            judge.insistOnFaultless(draft.definition());
            requests.ask(sql, draft, comment, by);
            audit.record(sql, "connector.publication-asked", id);
            return id;
        });
    }

    /** @return the number of the new version */
    int approve(String id, UUID etag, Actor by) {
        return database.inTransaction(sql -> {
            drafts.lock(sql, id);
            Waiting asked = requests.forDecision(sql, id, by);
            if (!asked.etag().equals(etag)) {
                throw new ProblemException(ErrorCode.APPROVAL_OUTDATED);
            }
            // The catalogue may have changed since it was asked for.
            judge.insistOnFaultless(asked.definition());
            return published(sql, asked, by);
        });
    }

    void refuse(String id, @Nullable String reason, Actor by) {
        database.inTransaction(sql -> {
            drafts.lock(sql, id);
            requests.decide(sql, requests.forDecision(sql, id, by).request(), false, by, reason);
            audit.record(sql, "connector.publication-refused", id);
            return id;
        });
    }

    private int published(Handle sql, Waiting asked, Actor by) {
        List<VersionSql.Version> before = versions.of(sql, asked.id());
        int number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
        String agreed = asked.askedName() + ", approved by " + by.name();
        Waiting numbered = asked.saying(Judge.numbered(asked.definition(), number));
        long release = releases.publish(
                agreed,
                "connector:" + asked.id(),
                before.isEmpty() ? null : words(before.getFirst()),
                asked.id() + ", version " + number);
        versions.add(sql, numbered, release, by.name());
        uses.put(sql, asked.id(), true);
        requests.decide(sql, asked.request(), true, by, null);
        drafts.find(sql, asked.id())
                .filter(draft -> draft.etag().equals(asked.etag()))
                .ifPresent(draft -> drafts.delete(sql, asked.id()));
        audit.record(sql, "connector.published", asked.id() + "/" + number);
        settings.publish(Running.PLUGIN, Running.SETTING, numbered.definition(), agreed);
        return number;
    }

    /** At once, for every conversation: whoever sees harm must be able to stop it. To use it again it is published again. */
    void takeOutOfUse(String id, Actor by) {
        database.inTransaction(sql -> {
            drafts.lock(sql, id);
            List<VersionSql.Version> published = versions.of(sql, id);
            if (published.isEmpty()) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            uses.put(sql, id, false);
            releases.publish(by.name(), "connector:" + id, words(published.getFirst()), "out of use");
            audit.record(sql, "connector.out-of-use", id);
            return id;
        });
    }

    private static String words(VersionSql.Version version) {
        return version.id() + ", version " + version.number();
    }
}
