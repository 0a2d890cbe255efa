package io.openteller.platform.llm.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.llm.internal.routes.RouteViews.RouteView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Models as the console sees them. */
final class ModelViews {

    private ModelViews() {}

    /** @param usage of today, UTC */
    @Serdeable
    record Overview(List<Provider> providers, List<RouteView> routes, Usage usage, List<String> tasks) {}

    /**
     * @param state ENABLED or DISABLED
     * @param health UP, DOWN or UNKNOWN
     * @param models empty while it is disabled
     * @param breaker of the model of it that is worst off, on this replica
     */
    @Serdeable
    record Provider(
            String plugin, String name, String state, String health, List<String> models, Breaker breaker, List<ModelState> states) {}

    /** @param state CLOSED, OPEN or HALF_OPEN @param until when it is tried again; null unless it is open */
    @Serdeable
    record Breaker(String state, @Nullable Instant until) {}

    /** A model that a route names. */
    @Serdeable
    record ModelState(String model, String state, @Nullable Instant until) {}

    /** @param unpriced calls whose model had no price */
    @Serdeable
    record Usage(long tokensToday, List<TaskUsage> byTask, long costMinorToday, long unpriced, String currency) {}

    /** @param costMinor rounded; small calls add up before */
    @Serdeable
    record TaskUsage(String task, long tokens, long calls, long failed, long costMinor, long unpriced) {}

    @Serdeable
    record Alarms(List<Alarm> items) {}

    /** @param kind BUDGET_80 (of the bank's own percentage), BUDGET_SPENT or BREAKER_OPEN */
    @Serdeable
    record Alarm(Instant at, String kind, @Nullable String task, String words) {}
}
