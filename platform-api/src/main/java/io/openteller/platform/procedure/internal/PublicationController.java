package io.openteller.platform.procedure.internal;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.procedure.OpenRuns;
import io.openteller.platform.procedure.internal.ProcedureViews.Listed;
import io.openteller.platform.procedure.internal.ProcedureViews.Page;
import io.openteller.platform.procedure.internal.ProcedureViews.Version;
import io.openteller.platform.procedure.internal.ProcedureViews.Versions;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Publishing a procedure, and what was published. */
@Controller("/api/v1/procedures/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class PublicationController {

    private static final int LONGEST = 2_000;

    private final Publication publication;
    private final Pages pages;
    private final TenantDatabase database;
    private final VersionSql versions;
    private final OpenRuns runs;

    PublicationController(
            Publication publication, Pages pages, TenantDatabase database, VersionSql versions, OpenRuns runs) {
        this.publication = publication;
        this.pages = pages;
        this.database = database;
        this.versions = versions;
        this.runs = runs;
    }

    /** @param comment what changed and why, for the second person */
    @Serdeable
    record Wish(String etag, @Nullable String comment) {}

    @Post("/publication")
    @Status(HttpStatus.ACCEPTED)
    @Allowed(Permission.PROCEDURE_WRITE)
    Page ask(String id, @Body Wish wish) {
        publication.ask(id, ProcedureController.etag(wish.etag()), text(wish.comment()), CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    /** @param etag of what was shown to who approves */
    @Serdeable
    record Agreed(String etag) {}

    @Post("/publication/approval")
    @Allowed(Permission.PROCEDURE_APPROVE)
    Page approve(String id, @Body Agreed agreed) {
        publication.approve(id, ProcedureController.etag(agreed.etag()), CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    @Serdeable
    record Refusal(@Nullable String reason) {}

    @Post("/publication/refusal")
    @Allowed(Permission.PROCEDURE_APPROVE)
    Page refuse(String id, @Body Refusal refusal) {
        publication.refuse(id, text(refusal.reason()), CurrentActor.get());
        return pages.of(id, CurrentActor.get());
    }

    @Get("/versions")
    @Allowed(Permission.PROCEDURE_READ)
    Versions versions(String id) {
        Map<Integer, Integer> running = runs.counted().stream()
                .filter(one -> one.procedure().equals(id))
                .collect(Collectors.toMap(OpenRuns.Count::version, OpenRuns.Count::runs));
        return new Versions(database.inTransaction(sql -> versions.of(sql, id)).stream()
                .map(one -> new Listed(
                        one.number(),
                        one.publishedAt(),
                        one.askedName(),
                        one.approvedName(),
                        one.comment(),
                        running.getOrDefault(one.number(), 0)))
                .toList());
    }

    @Get("/versions/{number}")
    @Allowed(Permission.PROCEDURE_READ)
    Version version(String id, int number) {
        return database.inTransaction(sql -> versions.find(sql, id, number))
                .map(Pages::version)
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
    }

    private static String text(@Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        return text;
    }
}
