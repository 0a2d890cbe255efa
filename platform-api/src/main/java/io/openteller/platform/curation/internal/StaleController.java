package io.openteller.platform.curation.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import java.util.List;

/** Documents that somebody should look at. */
@Controller("/api/v1/knowledge/stale")
@ExecuteOn(TaskExecutors.BLOCKING)
class StaleController {

    private final StaleList stale;

    StaleController(StaleList stale) {
        this.stale = stale;
    }

    @Serdeable
    record StaleItems(List<Stale> items) {}

    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    StaleItems list() {
        return new StaleItems(stale.now());
    }
}
