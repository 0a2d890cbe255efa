package io.openteller.platform.llm.internal;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.ModelViews.GivenRoute;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Changes routes; every change is audited and makes a new release. */
@Singleton
class RouteBook {

    private static final int SHORTEST = 200;

    /** A turn has 25 seconds; what is left must do for everything but the model. */
    private static final int LONGEST = 10_000;

    private static final int USUAL = 6_000;
    private static final long LARGEST_BUDGET = 10_000_000_000L;

    private final RouteSql routes;
    private final ModelPlugins plugins;
    private final Releases releases;
    private final Audit audit;
    private final TenantDatabase database;

    RouteBook(RouteSql routes, ModelPlugins plugins, Releases releases, Audit audit, TenantDatabase database) {
        this.routes = routes;
        this.plugins = plugins;
        this.releases = releases;
        this.audit = audit;
        this.database = database;
    }

    Route change(Task task, GivenRoute given, String by) {
        Route route = checked(task, given);
        return database.inTransaction(sql -> {
            String before = routes.all().stream()
                    .filter(one -> one.task() == task)
                    .findFirst()
                    .map(RouteBook::inWords)
                    .orElse(null);
            routes.put(route);
            releases.publish(by, "model:" + task, before, inWords(route));
            audit.record(sql, "model.route-changed", task.name());
            return route;
        });
    }

    private static String inWords(Route route) {
        return route.plugin() + " " + route.model() + ", " + route.timeoutMillis() + " ms, " + route.dailyTokenBudget()
                + " tokens a day, " + (route.on() ? "on" : "off");
    }

    private Route checked(Task task, GivenRoute given) {
        List<FieldFault> faults = new ArrayList<>();
        String plugin = given.plugin() == null ? "" : given.plugin();
        if (plugins.installed().stream().noneMatch(one -> one.id().equals(plugin))) {
            faults.add(new FieldFault("plugin", "There is no plugin of this id that brings models"));
        }
        String model = given.model() == null ? "" : given.model().strip();
        if (model.isEmpty() || model.length() > 200) {
            faults.add(new FieldFault("model", "A model has a name of at most 200 characters"));
        }
        int timeout = given.timeoutMillis() == null ? USUAL : given.timeoutMillis();
        if (timeout < SHORTEST || timeout > LONGEST) {
            faults.add(new FieldFault("timeoutMillis", "From " + SHORTEST + " to " + LONGEST));
        }
        long budget = given.dailyTokenBudget() == null ? -1 : given.dailyTokenBudget();
        if (budget < 0 || budget > LARGEST_BUDGET) {
            faults.add(new FieldFault("dailyTokenBudget", "From 0 to " + LARGEST_BUDGET));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, faults);
        }
        return new Route(task, plugin, model, timeout, budget, Boolean.TRUE.equals(given.on()));
    }
}
