package io.openteller.platform.impact.internal;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;

/** What publishing a version would change in what customers are told. */
@Controller("/api/v1/documents/{slug}/versions/{version}/impact")
@ExecuteOn(TaskExecutors.BLOCKING)
class ImpactController {

    private final Previews previews;

    ImpactController(Previews previews) {
        this.previews = previews;
    }

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    Preview find(String slug, int version) {
        return previews.of(slug, version);
    }

    /** Begins; how far it is, the same address says. */
    @Post
    @Allowed(Permission.KNOWLEDGE_WRITE)
    @Status(HttpStatus.ACCEPTED)
    Preview start(String slug, int version) {
        return previews.start(slug, version, CurrentStaff.get().name());
    }
}
