package io.openteller.platform.llm.internal.routes;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes, settings and prices as the console sees them. */
public final class RouteViews {

    private RouteViews() {}

    /**
     * @param plugin as model, timeoutMillis and dailyTokenBudget: the first form of a route, what its first candidate says
     */
    @Serdeable
    public record RouteView(
            String task,
            boolean on,
            List<Candidate> candidates,
            List<Failure> fallbackOn,
            @Nullable Integer hedgeAfterMillis,
            Limits budget,
            String plugin,
            String model,
            int timeoutMillis,
            long dailyTokenBudget) {

        public static RouteView of(Route route) {
            Candidate first = route.first();
            Long daily = route.budget().tokensPerDay();
            return new RouteView(
                    route.task().name(),
                    route.on(),
                    route.candidates(),
                    route.fallbackOn().stream().sorted().toList(),
                    route.hedgeAfterMillis(),
                    route.budget(),
                    first.plugin(),
                    first.model(),
                    first.totalMillis(),
                    daily == null ? RouteBook.LARGEST_BUDGET : daily);
        }
    }

    /** With {@code candidates}, or in the first form with one plugin and model. */
    @Serdeable
    public record GivenRoute(
            @Nullable Boolean on,
            @Nullable List<GivenCandidate> candidates,
            @Nullable List<String> fallbackOn,
            @Nullable Integer hedgeAfterMillis,
            @Nullable Limits budget,
            @Nullable String plugin,
            @Nullable String model,
            @Nullable Integer timeoutMillis,
            @Nullable Long dailyTokenBudget) {}

    /** @param rank the place in the list, from 1, when it is not given */
    @Serdeable
    public record GivenCandidate(
            @Nullable Integer rank,
            @Nullable String plugin,
            @Nullable String model,
            @Nullable Integer weight,
            @Nullable String region,
            @Nullable Integer firstTokenMillis,
            @Nullable Integer totalMillis,
            @Nullable Integer canaryPercent,
            @Nullable Boolean shadow,
            @Nullable Integer maxAtOnce) {}

    /** @param refused candidates on routes that are not asked because of where they run */
    @Serdeable
    record RegionView(@Nullable String region, List<String> allowed, List<String> refused) {}

    @Serdeable
    record GivenRegion(@Nullable String region, @Nullable List<String> allowed) {}

    @Serdeable
    record BudgetView(
            @Nullable Long tokensPerMinute,
            @Nullable Long tokensPerDay,
            @Nullable Long customerTokensPerDay,
            @Nullable Long moneyPerDayMinor,
            int alarmPercent,
            int shadowPercent,
            int keptDays,
            String currency) {}

    @Serdeable
    record GivenBudget(
            @Nullable Long tokensPerMinute,
            @Nullable Long tokensPerDay,
            @Nullable Long customerTokensPerDay,
            @Nullable Long moneyPerDayMinor,
            @Nullable Integer alarmPercent,
            @Nullable Integer shadowPercent,
            @Nullable Integer keptDays) {}

    @Serdeable
    record Prices(String currency, List<Price> items) {}

    @Serdeable
    record GivenPrices(@Nullable String currency, @Nullable List<GivenPrice> items) {}

    /** @param from today when it is not given */
    @Serdeable
    record GivenPrice(
            @Nullable String plugin,
            @Nullable String model,
            @Nullable Long inputPerMillionMinor,
            @Nullable Long outputPerMillionMinor,
            @Nullable LocalDate from) {}

    @Serdeable
    record InForce(String task, String version, String digest, long release) {}

    @Serdeable
    record PromptsInForce(List<InForce> items) {}
}
