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
import io.openteller.platform.llm.internal.CallSql.Used;
import io.openteller.platform.llm.internal.ModelViews.GivenRoute;
import io.openteller.platform.llm.internal.ModelViews.Overview;
import io.openteller.platform.llm.internal.ModelViews.Provider;
import io.openteller.platform.llm.internal.ModelViews.RouteView;
import io.openteller.platform.llm.internal.ModelViews.TaskUsage;
import io.openteller.platform.llm.internal.ModelViews.Usage;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.List;

/** Which models the bank has, for what, and what they used. */
@Controller("/api/v1/models")
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelController {

    private final RouteSql routes;
    private final RouteBook book;
    private final ModelPlugins plugins;
    private final CallSql calls;
    private final Budgets budgets;

    ModelController(RouteSql routes, RouteBook book, ModelPlugins plugins, CallSql calls, Budgets budgets) {
        this.routes = routes;
        this.book = book;
        this.plugins = plugins;
        this.calls = calls;
        this.budgets = budgets;
    }

    @Get
    @Allowed(Permission.PLUGIN_READ)
    Overview overview() {
        List<Used> used = calls.used(budgets.today());
        return new Overview(
                plugins.installed().stream()
                        .map(one -> new Provider(
                                one.id(),
                                one.name(),
                                one.enabled() ? "ENABLED" : "DISABLED",
                                one.health().state().name(),
                                one.enabled() ? plugins.names(one.id()) : List.of()))
                        .toList(),
                routes.all().stream().map(RouteView::of).toList(),
                new Usage(
                        used.stream().mapToLong(Used::tokens).sum(),
                        used.stream()
                                .map(one -> new TaskUsage(one.task(), one.tokens(), one.calls(), one.failed()))
                                .toList()));
    }

    @Put("/routes/{task}")
    @Allowed(Permission.PLUGIN_WRITE)
    RouteView change(String task, @Body GivenRoute given) {
        Task known = Arrays.stream(Task.values())
                .filter(one -> one.name().equals(task))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        return RouteView.of(
                book.change(known, given, CurrentStaff.get().name()));
    }
}
