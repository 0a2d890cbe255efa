package io.openteller.platform.sources.internal;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.audit.CurrentActor;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.sources.RunView;
import io.openteller.platform.sources.SiteView;
import io.openteller.platform.sources.Sites;
import io.openteller.platform.tenancy.UuidV7;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Web sites that documents are made from. */
@Controller("/api/v1/sources/sites")
@ExecuteOn(TaskExecutors.BLOCKING)
class SiteController {

    private final Sites sites;

    SiteController(Sites sites) {
        this.sites = sites;
    }

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    SiteList list() {
        return new SiteList(sites.list());
    }

    @Post
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<SiteView> add(@Body SiteForm form) {
        return HttpResponse.created(sites.put(UuidV7.next(), form.settings(), me()));
    }

    @Put("/{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    SiteView change(UUID id, @Body SiteForm form) {
        if (sites.list().stream().noneMatch(site -> site.id().equals(id))) {
            throw nothing();
        }
        return sites.put(id, form.settings(), me());
    }

    @Delete("/{id}")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.NO_CONTENT)
    void remove(UUID id) {
        if (!sites.remove(id)) {
            throw nothing();
        }
    }

    @Post("/{id}/crawl")
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.ACCEPTED)
    HttpResponse<RunView> crawl(UUID id) {
        RunView run = sites.crawl(id).orElseThrow(SiteController::nothing);
        return HttpResponse.<RunView>accepted(URI.create("/api/v1/sources/sites/runs/" + run.id())).body(run);
    }

    @Get("/{id}/runs")
    @Allowed(Permission.KNOWLEDGE_READ)
    RunList runs(UUID id) {
        return new RunList(sites.runs(id));
    }

    @Get("/runs/{run}")
    @Allowed(Permission.KNOWLEDGE_READ)
    RunView run(UUID run) {
        return sites.run(run).orElseThrow(SiteController::nothing);
    }

    private static String me() {
        return CurrentActor.get().name();
    }

    private static ProblemException nothing() {
        return new ProblemException(ErrorCode.NOT_FOUND);
    }

    @Serdeable
    record SiteList(List<SiteView> items) {}

    @Serdeable
    record RunList(List<RunView> items) {}
}
