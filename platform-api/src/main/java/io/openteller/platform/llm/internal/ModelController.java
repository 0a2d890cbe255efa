package io.openteller.platform.llm.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.CurrentStaff;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Breakers;
import io.openteller.platform.llm.internal.budgets.Alarms;
import io.openteller.platform.llm.internal.ModelViews.Alarm;
import io.openteller.platform.llm.internal.ModelViews.Breaker;
import io.openteller.platform.llm.internal.ModelViews.ModelState;
import io.openteller.platform.llm.internal.ModelViews.Overview;
import io.openteller.platform.llm.internal.ModelViews.Provider;
import io.openteller.platform.llm.internal.ModelViews.TaskUsage;
import io.openteller.platform.llm.internal.ModelViews.Usage;
import io.openteller.platform.llm.internal.providers.ModelPlugins;
import io.openteller.platform.llm.internal.records.CallReports;
import io.openteller.platform.llm.internal.records.CallReports.Used;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.RouteBook;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenRoute;
import io.openteller.platform.llm.internal.routes.RouteViews.RouteView;
import io.openteller.platform.plugin.Installation;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which models the bank has, for what, how they are, and what they used. */
@Controller("/api/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelController {

    private static final int NEWEST_ALARMS = 200;
    private static final long MICRO = 1_000_000;

    private final RouteBook book;
    private final ModelPlugins plugins;
    private final CallReports calls;
    private final Breakers breakers;
    private final Alarms alarms;
    private final Clock clock;

    ModelController(
            RouteBook book, ModelPlugins plugins, CallReports calls, Breakers breakers, Alarms alarms, Clock clock) {
        this.book = book;
        this.plugins = plugins;
        this.calls = calls;
        this.breakers = breakers;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Overview overview() {
        Collection<Route> routes = book.current().routes().values();
        return new Overview(
                plugins.installed().stream().map(one -> provider(one, routes)).toList(),
                routes.stream().sorted(Comparator.comparing(Route::task)).map(RouteView::of).toList(),
                usage(),
                Arrays.stream(Task.values()).map(Enum::name).toList());
    }

    @Put("/routes/{task}")
    @Allowed(Permission.PLUGIN_WRITE)
    RouteView change(String task, @Body GivenRoute given) {
        Task known = Arrays.stream(Task.values())
                .filter(one -> one.name().equals(task))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return RouteView.of(book.change(known, given, CurrentStaff.get().name()));
    }

    @Get("/alarms")
    @Allowed(Permission.PLUGIN_READ)
    ModelViews.Alarms alarms() {
        return new ModelViews.Alarms(alarms.list(NEWEST_ALARMS).stream()
                .map(one -> new Alarm(one.at(), one.kind(), one.task(), one.words()))
                .toList());
    }

    private Provider provider(Installation one, Collection<Route> routes) {
        List<ModelState> states = routes.stream()
                .flatMap(route -> route.candidates().stream())
                .filter(candidate -> candidate.plugin().equals(one.id()))
                .map(Candidate::model)
                .distinct()
                .map(model -> state(one.id(), model))
                .toList();
        ModelState worst = states.stream()
                .max(Comparator.comparing(state -> List.of("CLOSED", "HALF_OPEN", "OPEN").indexOf(state.state())))
                .orElse(new ModelState("", Breakers.State.CLOSED.name(), null));
        return new Provider(
                one.id(),
                one.name(),
                one.enabled() ? "ENABLED" : "DISABLED",
                one.health().state().name(),
                one.enabled() ? plugins.names(one.id()) : List.of(),
                new Breaker(worst.state(), worst.until()),
                states);
    }

    private ModelState state(String plugin, String model) {
        Breakers.Seen seen = breakers.seen(plugin, model);
        return new ModelState(model, seen.state().name(), seen.until());
    }

    private Usage usage() {
        List<Used> used = calls.used(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new Usage(
                used.stream().mapToLong(Used::tokens).sum(),
                used.stream()
                        .map(one -> new TaskUsage(
                                one.task(),
                                one.tokens(),
                                one.calls(),
                                one.failed(),
                                Math.round((double) one.costMicro() / MICRO),
                                one.unpriced()))
                        .toList(),
                Math.round((double) used.stream().mapToLong(Used::costMicro).sum() / MICRO),
                used.stream().mapToLong(Used::unpriced).sum(),
                CurrentTenant.get().currency());
    }
}
