package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.audit.Audit;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.providers.ModelPlugins;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenRoute;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.release.Releases;
import io.openteller.platform.tenancy.TenantDatabase;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes what a bank has chosen about models; every change is audited and makes a new release. */
@Singleton
public class RouteBook {

    public static final long LARGEST_BUDGET = 10_000_000_000L;

    private final SetupSql stored;
    private final Setups setups;
    private final ModelPlugins plugins;
    private final Releases releases;
    private final Audit audit;
    private final TenantDatabase database;

    RouteBook(
            SetupSql stored,
            Setups setups,
            ModelPlugins plugins,
            Releases releases,
            Audit audit,
            TenantDatabase database) {
        this.stored = stored;
        this.setups = setups;
        this.plugins = plugins;
        this.releases = releases;
        this.audit = audit;
        this.database = database;
    }

    /** As it is stored, not as it is remembered. */
    public Setup current() {
        return stored.read();
    }

    public Route change(Task task, GivenRoute given, String by) {
        List<String> known = plugins.installed().stream().map(one -> one.id()).toList();
        return database.inTransaction(sql -> {
            Setup before = stored.read();
            RouteCheck check = new RouteCheck(known::contains, before.settings());
            Route was = before.routes().get(task);
            Route route = check.read(task, was == null ? given : FirstForm.meant(given, was));
            refuse(check);
            stored.put(route);
            publish(by, "model:" + task, was == null ? null : was.inWords(), route.inWords());
            audit.record(sql, "model.route-changed", task.name());
            return route;
        });
    }

    public Settings change(Settings settings, RouteCheck check, String what, String by) {
        refuse(check);
        return database.inTransaction(sql -> {
            Settings before = stored.read().settings();
            stored.put(settings);
            publish(by, "model:" + what, inWords(before), inWords(settings));
            audit.record(sql, "model." + what + "-changed", what);
            return settings;
        });
    }

    /** Candidates that may not be asked any more because of where they run, by the task of their route. */
    static List<String> refused(Map<Task, Route> routes, Settings settings) {
        return routes.values().stream()
                .flatMap(route -> route.candidates().stream()
                        .filter(one -> !settings.allows(one.region()))
                        .map(one -> route.task() + ": " + one.name()))
                .sorted()
                .toList();
    }

    private void publish(String by, String what, @Nullable String before, String after) {
        releases.publish(by, what, before, after);
        setups.forget();
    }

    private static void refuse(RouteCheck check) {
        if (!check.faults().isEmpty()) {
            throw new ProblemException(ErrorCode.SETTINGS_INVALID, check.faults());
        }
    }

    private static String inWords(Settings settings) {
        return "models in " + (settings.regions().isEmpty() ? "any region" : settings.regions())
                + settings.budget().inWords() + ", alarm at " + settings.alarmPercent() + " %, shadows "
                + settings.shadowPercent() + " %, calls kept " + settings.keptDays() + " days";
    }
}
