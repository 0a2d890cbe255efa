package io.openteller.platform.release.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.release.Releases;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What changed in the bank's configuration, and when. */
@Controller("/api/v1/releases")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReleaseController {

    private static final int NEWEST = 200;

    private final Releases releases;

    ReleaseController(Releases releases) {
        this.releases = releases;
    }

    @Serdeable
    record Overview(long current, List<Numbered> items) {}

    @Serdeable
    record Numbered(long number, Instant at, String by, String summary, List<Change> changes) {}

    @Serdeable
    record Change(String what, @Nullable String before, @Nullable String after) {}

    @Get
    @Allowed(Permission.RELEASE_READ)
    Overview list() {
        return new Overview(
                releases.current(),
                releases.list(NEWEST).stream()
                        .map(release -> new Numbered(
                                release.number(),
                                release.at(),
                                release.by(),
                                release.what(),
                                List.of(new Change(release.what(), release.before(), release.after()))))
                        .toList());
    }
}
