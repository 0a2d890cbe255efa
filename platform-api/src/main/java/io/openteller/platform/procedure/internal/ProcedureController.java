package io.openteller.platform.procedure.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.OpenRuns;
import io.openteller.platform.procedure.internal.ProcedureViews.Fault;
import io.openteller.platform.procedure.internal.ProcedureViews.Overview;
import io.openteller.platform.procedure.internal.ProcedureViews.Page;
import io.openteller.platform.procedure.internal.ProcedureViews.Saved;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A bank's procedures and the drafts of them. */
@Controller("/api/v1/procedures")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProcedureController {

    private final TenantDatabase database;
    private final OverviewSql overview;
    private final LanguageSql languages;
    private final Pages pages;
    private final Drafts drafts;
    private final InForce inForce;
    private final OpenRuns runs;

    ProcedureController(
            TenantDatabase database,
            OverviewSql overview,
            LanguageSql languages,
            Pages pages,
            Drafts drafts,
            InForce inForce,
            OpenRuns runs) {
        this.database = database;
        this.overview = overview;
        this.languages = languages;
        this.pages = pages;
        this.drafts = drafts;
        this.inForce = inForce;
        this.runs = runs;
    }

    @Get
    @Allowed(Permission.PROCEDURE_READ)
    Overview all() {
        UUID looking = CurrentActor.get().id();
        Map<String, Integer> running = runs.counted().stream()
                .collect(Collectors.toMap(OpenRuns.Count::procedure, OpenRuns.Count::runs, Integer::sum));
        return database.inTransaction(
                sql -> new Overview(overview.all(sql, looking, running), languages.of(sql)));
    }

    @Get("/{id}")
    @Allowed(Permission.PROCEDURE_READ)
    Page one(String id) {
        return pages.of(id, CurrentActor.get());
    }

    /** @param layout where the canvas has the nodes; kept as it comes */
    @Serdeable
    record Written(Map<String, Object> definition, @Nullable Map<String, Object> layout) {}

    /** @param seen etag of the draft that was changed; {@code *} in {@code If-None-Match} for the first one */
    @Put("/{id}/draft")
    @Allowed(Permission.PROCEDURE_WRITE)
    Saved save(String id, @Nullable @Header("If-Match") String seen, @Body Written written) {
        Drafts.Saved saved = drafts.save(
                id,
                seen == null ? null : etag(seen),
                Pages.text(written.definition()),
                Pages.text(written.layout()),
                CurrentActor.get());
        return new Saved(saved.etag().toString(), Fault.of(saved.judged().findings()));
    }

    @Delete("/{id}/draft")
    @Allowed(Permission.PROCEDURE_WRITE)
    void delete(String id) {
        drafts.delete(id, CurrentActor.get());
    }

    /** @param archived false brings it back */
    @Serdeable
    record Archived(boolean archived) {}

    @Post("/{id}/archive")
    @Allowed(Permission.PROCEDURE_APPROVE)
    Page archive(String id, @Body Archived archived) {
        drafts.archive(id, archived.archived());
        inForce.forget();
        return pages.of(id, CurrentActor.get());
    }

    static UUID etag(String given) {
        try {
            return UUID.fromString(given.replace("\"", "").trim());
        } catch (IllegalArgumentException malformed) {
            throw new ProblemException(ErrorCode.PROCEDURE_CHANGED, "There is no draft with this etag");
        }
    }
}
