package io.openteller.platform.insight.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

@Controller("/api/v1/insight")
@ExecuteOn(TaskExecutors.BLOCKING)
class OverviewController {

    private static final int LONGEST = 365;

    private final OverviewSql figures;
    private final Clock clock;

    OverviewController(OverviewSql figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** @param days how many to look back, 1 to 365 */
    @Get("/overview")
    @Allowed(Permission.INSIGHT_READ)
    Overview overview(@QueryValue(defaultValue = "7") int days) {
        Instant now = clock.instant();
        return figures.between(now.minus(Duration.ofDays(Math.clamp(days, 1, LONGEST))), now);
    }
}
