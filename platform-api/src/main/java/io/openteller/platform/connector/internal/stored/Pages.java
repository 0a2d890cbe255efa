package io.openteller.platform.connector.internal.stored;

import io.openteller.platform.audit.Actor;
import io.openteller.platform.connector.BankConnectors;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorDraft;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorFinding;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorPage;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorRefused;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorRequest;
import io.openteller.platform.connector.internal.stored.StoredViews.ConnectorVersion;
import io.openteller.platform.connector.internal.stored.StoredViews.Connectors;
import io.openteller.platform.connector.internal.stored.StoredViews.RunningConnector;
import io.openteller.platform.drafting.DraftTable.Draft;
import io.openteller.platform.drafting.RequestTable.Waiting;
import io.openteller.platform.plugin.PublishedSettings;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts together what one page of the console shows. */
@Singleton
class Pages {

    private final TenantDatabase database;
    private final OverviewSql overview;
    private final DraftSql drafts;
    private final RequestSql requests;
    private final VersionSql versions;
    private final Judge judge;
    private final PublishedSettings settings;
    private final BankConnectors connectors;

    Pages(
            TenantDatabase database,
            OverviewSql overview,
            DraftSql drafts,
            RequestSql requests,
            VersionSql versions,
            Judge judge,
            PublishedSettings settings,
            BankConnectors connectors) {
        this.database = database;
        this.overview = overview;
        this.drafts = drafts;
        this.requests = requests;
        this.versions = versions;
        this.judge = judge;
        this.settings = settings;
        this.connectors = connectors;
    }

    Connectors all(Actor looking) {
        return database.inTransaction(sql -> new Connectors(overview.all(sql, looking.id(), inUse()), running(sql)));
    }

    /** @throws ProblemException if nothing of that name is there */
    ConnectorPage of(String id, Actor looking) {
        return database.inTransaction(sql -> {
            Draft draft = drafts.find(sql, id).orElse(null);
            List<VersionSql.Version> published = versions.of(sql, id);
            if (draft == null && published.isEmpty()) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            Waiting waiting = requests.find(sql, id).orElse(null);
            return new ConnectorPage(
                    id,
                    inUse().contains(id),
                    published.isEmpty() ? null : version(published.getFirst()),
                    draft == null ? null : draft(draft),
                    waiting == null ? null : asked(waiting, looking),
                    requests.refused(sql, id)
                            .map(one -> new ConnectorRefused(one.by(), one.at(), one.reason()))
                            .orElse(null),
                    running(sql));
        });
    }

    private Set<String> inUse() {
        return connectors.at(Long.MAX_VALUE).stream().map(BankConnectors.Published::name).collect(Collectors.toSet());
    }

    private @Nullable RunningConnector running(Handle sql) {
        Running running = Running.in(settings);
        if (running == null) {
            return null;
        }
        boolean kept = versions.find(sql, running.name(), running.version())
                .filter(one -> Judge.read(one.definition()).equals(Judge.read(running.document())))
                .isPresent();
        return new RunningConnector(
                running.name(), running.version(), kept ? null : Judge.object(running.document()));
    }

    private ConnectorDraft draft(Draft draft) {
        return new ConnectorDraft(
                draft.etag().toString(),
                draft.changedAt(),
                draft.changedName(),
                Judge.object(draft.definition()),
                Judge.object(draft.layout()),
                ConnectorFinding.of(judge.findings(draft.definition())));
    }

    private static ConnectorRequest asked(Waiting waiting, Actor looking) {
        return new ConnectorRequest(
                waiting.askedName(),
                waiting.askedAt(),
                waiting.etag().toString(),
                waiting.comment(),
                waiting.isOf(looking),
                Judge.object(waiting.definition()));
    }

    static ConnectorVersion version(VersionSql.Version version) {
        return new ConnectorVersion(
                version.number(),
                version.publishedAt(),
                version.askedName(),
                version.approvedName(),
                version.comment(),
                Judge.object(version.definition()),
                Judge.object(version.layout()));
    }
}
