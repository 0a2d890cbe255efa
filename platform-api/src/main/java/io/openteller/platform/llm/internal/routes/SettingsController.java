package io.openteller.platform.llm.internal.routes;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.llm.internal.routes.RouteViews.BudgetView;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenBudget;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenRegion;
import io.openteller.platform.llm.internal.routes.RouteViews.PromptsInForce;
import io.openteller.platform.llm.internal.routes.RouteViews.RegionView;
import io.openteller.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where models may run, and what all of them together may use. */
@Controller("/api/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
class SettingsController {

    private static final int MOST_REGIONS = 50;
    private static final String REGION = "[a-zA-Z0-9][a-zA-Z0-9-]{0,39}";

    private final RouteBook book;
    private final PromptBook prompts;

    SettingsController(RouteBook book, PromptBook prompts) {
        this.book = book;
        this.prompts = prompts;
    }

    /** Which wording each task with a route is asked with, and since which release. */
    @Get("/prompts")
    @Allowed(Permission.PLUGIN_READ)
    PromptsInForce prompts() {
        return new PromptsInForce(prompts.note());
    }

    @Get("/region")
    @Allowed(Permission.PLUGIN_READ)
    RegionView region() {
        Setup setup = book.current();
        return view(setup, setup.settings());
    }

    @Put("/region")
    @Allowed(Permission.PLUGIN_WRITE)
    RegionView region(@Body GivenRegion given) {
        Setup setup = book.current();
        Settings was = setup.settings();
        String region = given.region() == null || given.region().isBlank() ? null : given.region().strip();
        List<String> allowed = given.allowed() == null ? List.of() : given.allowed();
        RouteCheck check = check(was);
        if (region != null && !region.matches(REGION)) {
            check.fault("region", "Letters, digits and hyphens");
        }
        if (allowed.size() > MOST_REGIONS || !allowed.stream().allMatch(one -> one.matches(REGION))) {
            check.fault("allowed", "At most " + MOST_REGIONS + " of letters, digits and hyphens");
        }
        Settings changed = new Settings(
                region, allowed, was.budget(), was.alarmPercent(), was.shadowPercent(), was.keptDays());
        return view(setup, book.change(changed, check, "region", CurrentStaff.get().name()));
    }

    @Get("/budget")
    @Allowed(Permission.PLUGIN_READ)
    BudgetView budget() {
        return view(book.current().settings());
    }

    @Put("/budget")
    @Allowed(Permission.PLUGIN_WRITE)
    BudgetView budget(@Body GivenBudget given) {
        Settings was = book.current().settings();
        Settings changed = new Settings(
                was.region(),
                was.allowedRegions(),
                new Limits(
                        given.tokensPerMinute(),
                        given.tokensPerDay(),
                        given.customerTokensPerDay(),
                        given.moneyPerDayMinor()),
                or(given.alarmPercent(), was.alarmPercent()),
                or(given.shadowPercent(), was.shadowPercent()),
                or(given.keptDays(), was.keptDays()));
        RouteCheck check = check(was);
        check.limits(changed.budget(), "");
        check.between("alarmPercent", changed.alarmPercent(), 1, 100);
        check.between("shadowPercent", changed.shadowPercent(), 0, 100);
        check.between("keptDays", changed.keptDays(), 1, 3650);
        return view(book.change(changed, check, "budget", CurrentStaff.get().name()));
    }

    private static RouteCheck check(Settings settings) {
        return new RouteCheck(plugin -> true, settings);
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return Optional.ofNullable(given).orElse(otherwise);
    }

    private static RegionView view(Setup setup, Settings settings) {
        return new RegionView(settings.region(), settings.allowedRegions(), RouteBook.refused(setup.routes(), settings));
    }

    private static BudgetView view(Settings settings) {
        Limits budget = settings.budget();
        return new BudgetView(
                budget.tokensPerMinute(),
                budget.tokensPerDay(),
                budget.customerTokensPerDay(),
                budget.moneyPerDayMinor(),
                settings.alarmPercent(),
                settings.shadowPercent(),
                settings.keptDays(),
                CurrentTenant.get().currency());
    }
}
