package io.openteller.platform.llm.internal.records;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.llm.internal.records.CallViews.BucketView;
import io.openteller.platform.llm.internal.records.CallViews.ShadowView;
import io.openteller.platform.llm.internal.records.CallViews.ShadowsView;
import io.openteller.platform.llm.internal.records.CallViews.Summary;
import io.openteller.platform.llm.internal.records.CallViews.UsageView;
import io.openteller.platform.tenancy.CurrentTenant;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What models were asked and what that cost, over time; and how those agree that nobody hears. */
@Controller("/api/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageController {

    private static final int LONGEST_HOURS = 24 * 31;

    private final CallReports reports;
    private final Clock clock;

    UsageController(CallReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Get("/usage")
    @Allowed(Permission.PLUGIN_READ)
    UsageView usage(@QueryValue(defaultValue = "24") int hours) {
        int within = Math.max(1, Math.min(LONGEST_HOURS, hours));
        return new UsageView(
                reports.usage(clock.instant(), within).stream().map(BucketView::of).toList(),
                CurrentTenant.get().currency());
    }

    @Get("/shadows")
    @Allowed(Permission.PLUGIN_READ)
    ShadowsView shadows(@Nullable @QueryValue String task) {
        return new ShadowsView(
                reports.shadows(task).stream().map(ShadowView::of).toList(), Summary.of(reports.agreement(task)));
    }
}
