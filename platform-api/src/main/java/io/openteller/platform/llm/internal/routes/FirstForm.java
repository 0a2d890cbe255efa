package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.llm.internal.routes.RouteViews.GivenCandidate;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenRoute;
import io.openteller.platform.llm.internal.routes.RouteViews.RouteView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who knows only the first form of a route, with one plugin and model, sends the candidates back as they came: what they
 * changed is meant for the first of them.
 */
final class FirstForm {

    private FirstForm() {}

    static GivenRoute meant(GivenRoute given, Route stored) {
        RouteView was = RouteView.of(stored);
        List<GivenCandidate> candidates = given.candidates();
        boolean changed = isOther(given.plugin(), was.plugin())
                || isOther(given.model(), was.model())
                || isOther(given.timeoutMillis(), was.timeoutMillis())
                || isOther(given.dailyTokenBudget(), was.dailyTokenBudget());
        if (!changed || candidates == null || !candidates.equals(stored.candidates().stream().map(FirstForm::given).toList())) {
            return given;
        }
        Candidate first = stored.first();
        List<GivenCandidate> meant = new ArrayList<>();
        for (Candidate one : stored.candidates()) {
            meant.add(one.equals(first) ? changed(given(one), given) : given(one));
        }
        Limits budget = stored.budget();
        Long daily = given.dailyTokenBudget() == null ? budget.tokensPerDay() : given.dailyTokenBudget();
        return new GivenRoute(
                given.on(),
                meant,
                given.fallbackOn(),
                given.hedgeAfterMillis(),
                new Limits(
                        budget.tokensPerMinute(), daily, budget.customerTokensPerDay(), budget.moneyPerDayMinor()),
                null,
                null,
                null,
                null);
    }

    private static boolean isOther(@Nullable Object given, Object stored) {
        return given != null && !Objects.equals(given, stored);
    }

    private static GivenCandidate changed(GivenCandidate was, GivenRoute given) {
        return new GivenCandidate(
                was.rank(),
                given.plugin() == null ? was.plugin() : given.plugin(),
                given.model() == null ? was.model() : given.model(),
                was.weight(),
                was.region(),
                was.firstTokenMillis(),
                given.timeoutMillis() == null ? was.totalMillis() : given.timeoutMillis(),
                was.canaryPercent(),
                was.shadow(),
                was.maxAtOnce());
    }

    private static GivenCandidate given(Candidate one) {
        return new GivenCandidate(
                one.rank(),
                one.plugin(),
                one.model(),
                one.weight(),
                one.region(),
                one.firstTokenMillis(),
                one.totalMillis(),
                one.canaryPercent(),
                one.shadow(),
                one.maxAtOnce());
    }
}
