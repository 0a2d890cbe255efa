package io.openteller.platform.procedure.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.platform.audit.Actor;
import io.openteller.platform.drafting.RequestTable.Waiting;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.internal.ProcedureViews.Asked;
import io.openteller.platform.procedure.internal.ProcedureViews.Fault;
import io.openteller.platform.procedure.internal.ProcedureViews.Page;
import io.openteller.platform.procedure.internal.ProcedureViews.Version;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together what one page of the console shows. */
@Singleton
class Pages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TenantDatabase database;
    private final OverviewSql overview;
    private final DraftSql drafts;
    private final RequestSql requests;
    private final VersionSql versions;
    private final Judge judge;

    Pages(
            TenantDatabase database,
            OverviewSql overview,
            DraftSql drafts,
            RequestSql requests,
            VersionSql versions,
            Judge judge) {
        this.database = database;
        this.overview = overview;
        this.drafts = drafts;
        this.requests = requests;
        this.versions = versions;
        this.judge = judge;
    }

    /** @throws ProblemException if nothing of that name was ever written */
    Page of(String id, Actor looking) {
        return database.inTransaction(sql -> {
            if (!overview.exists(sql, id)) {
                throw new ProblemException(ErrorCode.NOT_FOUND);
            }
            DraftSql.Draft draft = drafts.find(sql, id).orElse(null);
            Waiting waiting = requests.find(sql, id).orElse(null);
            List<VersionSql.Version> published = versions.of(sql, id);
            return new Page(
                    id,
                    published.isEmpty() ? null : version(published.getFirst()),
                    draft == null ? null : draft(draft),
                    waiting == null ? null : asked(waiting, looking),
                    requests.refused(sql, id)
                            .map(one -> new ProcedureViews.Refused(one.by(), one.at(), one.reason()))
                            .orElse(null),
                    overview.archived(sql, id));
        });
    }

    private ProcedureViews.Draft draft(DraftSql.Draft draft) {
        return new ProcedureViews.Draft(
                draft.etag().toString(),
                draft.changedAt(),
                draft.changedName(),
                object(draft.definition()),
                object(draft.layout()),
                Fault.of(judge.findings(draft.definition())));
    }

    private static Asked asked(Waiting waiting, Actor looking) {
        return new Asked(
                waiting.askedName(),
                waiting.askedAt(),
                waiting.etag().toString(),
                waiting.comment(),
                waiting.isOf(looking),
                object(waiting.definition()));
    }

    static Version version(VersionSql.Version version) {
        return new Version(
                version.number(),
                version.publishedAt(),
                version.askedName(),
                version.approvedName(),
                version.comment(),
                object(version.definition()),
                object(version.layout()));
    }

    static Map<String, Object> object(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored JSON is broken", broken);
        }
    }

    static String text(@Nullable Map<String, Object> object) {
        try {
            return JSON.writeValueAsString(object == null ? Map.of() : object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
