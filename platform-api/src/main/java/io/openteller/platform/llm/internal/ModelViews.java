package io.openteller.platform.llm.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models as the console sees them. */
final class ModelViews {

    private ModelViews() {}

    /** @param usage of today, UTC */
    @Serdeable
    record Overview(List<Provider> providers, List<RouteView> routes, Usage usage) {}

    /**
     * @param state ENABLED or DISABLED
     * @param health UP, DOWN or UNKNOWN
     * @param models empty while it is disabled
     */
    @Serdeable
    record Provider(String plugin, String name, String state, String health, List<String> models) {}

    @Serdeable
    record RouteView(
            String task, String plugin, String model, int timeoutMillis, long dailyTokenBudget, boolean on) {

        static RouteView of(Route route) {
            return new RouteView(
                    route.task().name(),
                    route.plugin(),
                    route.model(),
                    route.timeoutMillis(),
                    route.dailyTokenBudget(),
                    route.on());
        }
    }

    @Serdeable
    record Usage(long tokensToday, List<TaskUsage> byTask) {}

    @Serdeable
    record TaskUsage(String task, long tokens, long calls, long failed) {}

    @Serdeable
    record GivenRoute(
            @Nullable String plugin,
            @Nullable String model,
            @Nullable Integer timeoutMillis,
            @Nullable Long dailyTokenBudget,
            @Nullable Boolean on) {}
}
