package io.openteller.platform.curation.internal;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.TenantDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which documents answers were made from, and what became of these answers. */
@Controller("/api/v1/knowledge/usage")
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageController {

    private static final int LONGEST = 365;

    private final TenantDatabase database;
    private final UsageSql usage;
    private final Clock clock;

    UsageController(TenantDatabase database, UsageSql usage, Clock clock) {
        this.database = database;
        this.usage = usage;
        this.clock = clock;
    }

    @Serdeable
    record Used(List<Usage> items) {}

    /** @param days how many to look back, 1 to 365 */
    @Get
    @Allowed(Permission.KNOWLEDGE_READ)
    Used list(@QueryValue(defaultValue = "30") int days) {
        Instant from = from(days);
        return new Used(database.inTransaction(sql -> usage.since(sql, from)));
    }

    /** One document, day by day. */
    @Get("/{slug}")
    @Allowed(Permission.KNOWLEDGE_READ)
    Usage one(String slug, @QueryValue(defaultValue = "30") int days) {
        Instant now = clock.instant();
        Instant from = from(days);
        return database.inTransaction(sql -> {
            Usage all = usage.since(sql, from).stream()
                    .filter(one -> one.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
            return new Usage(
                    all.slug(),
                    all.title(),
                    all.cited(),
                    all.resolved(),
                    all.recontacted(),
                    all.thumbsDown(),
                    all.lastCited(),
                    usage.days(sql, slug, from, now));
        });
    }

    private Instant from(int days) {
        return clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, LONGEST)));
    }
}
