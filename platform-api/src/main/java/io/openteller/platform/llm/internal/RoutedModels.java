package io.openteller.platform.llm.internal;

import io.openteller.platform.llm.CallLog;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.spi.llm.ChatResult;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the one model that the bank's route names, if time, budget and the model's own state allow it. */
@Singleton
class RoutedModels implements Models {

    private static final Duration NOT_WORTH_ASKING = Duration.ofMillis(100);
    private static final int AT_ONCE = 16;

    private final RouteSql routes;
    private final Breakers breakers;
    private final Budgets budgets;
    private final ModelPlugins plugins;
    private final CallSql calls;
    private final TenantDatabase database;
    private final Clock clock;
    private final Map<String, Semaphore> running = new ConcurrentHashMap<>();

    RoutedModels(
            RouteSql routes,
            Breakers breakers,
            Budgets budgets,
            ModelPlugins plugins,
            CallSql calls,
            TenantDatabase database,
            Clock clock) {
        this.routes = routes;
        this.breakers = breakers;
        this.budgets = budgets;
        this.plugins = plugins;
        this.calls = calls;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean configured(Task task) {
        return routes.of(task).filter(Route::on).isPresent();
    }

    @Override
    public Outcome complete(Task task, Prompt prompt, Instant until) {
        return ask(task, prompt, until, null);
    }

    @Override
    public Outcome stream(Task task, Prompt prompt, Instant until, Predicate<String> pieces) {
        return ask(task, prompt, until, pieces);
    }

    private Outcome ask(Task task, Prompt prompt, Instant until, @Nullable Predicate<String> pieces) {
        Optional<Route> chosen = routes.of(task).filter(Route::on);
        Outcome outcome = chosen.isEmpty()
                ? none(new Route(task, "", "", 0, 0, false), prompt, Why.NOT_CONFIGURED)
                : ask(chosen.get(), prompt, until, pieces);
        CallLog.note(outcome.call());
        return outcome;
    }

    private Outcome ask(Route route, Prompt prompt, Instant until, @Nullable Predicate<String> pieces) {
        Duration left = Duration.between(clock.instant(), until);
        Duration limit = Duration.ofMillis(route.timeoutMillis());
        Duration within = left.compareTo(limit) < 0 ? left : limit;
        if (within.compareTo(NOT_WORTH_ASKING) < 0) {
            return none(route, prompt, Why.NO_TIME);
        }
        Semaphore places = running.computeIfAbsent(
                CurrentTenant.get().id() + "/" + route.plugin(), key -> new Semaphore(AT_ONCE));
        if (!places.tryAcquire()) {
            return none(route, prompt, Why.TOO_MANY_AT_ONCE);
        }
        try {
            Question question = new Question(route.model(), prompt);
            LocalDate day = budgets.today();
            if (!budgets.reserve(route, day, question.estimatedTokens())) {
                return none(route, prompt, Why.BUDGET_SPENT);
            }
            if (!breakers.admits(route)) {
                budgets.settle(route, day, -question.estimatedTokens());
                return none(route, prompt, Why.RESTING);
            }
            return asked(route, question, day, within, pieces);
        } finally {
            places.release();
        }
    }

    private Outcome asked(
            Route route, Question question, LocalDate day, Duration within, @Nullable Predicate<String> pieces) {
        Instant begun = clock.instant();
        ChatResult result = plugins.ask(route.plugin(), question, within, pieces);
        Duration took = Duration.between(begun, clock.instant());
        Outcome outcome = Results.outcome(result, route, question.prompt(), took);
        if (result instanceof ChatResult.Answered && outcome instanceof Outcome.Said) {
            breakers.succeeded(route);
        } else if (Results.isFailureOfModel(result)) {
            breakers.failed(route, result instanceof ChatResult.Limited(Duration retryAfter) ? retryAfter : null);
        }
        // What may have been answered after nobody listened any more is taken as spent.
        long spent = Results.spent(result, question.estimatedTokens());
        String said = result instanceof ChatResult.Answered answered ? answered.text() : "";
        return database.inTransaction(sql -> {
            budgets.settle(route, day, spent - question.estimatedTokens());
            calls.add(outcome.call(), question.prompt(), said, day);
            return outcome;
        });
    }

    private static Outcome none(Route route, Prompt prompt, Why why) {
        return new NoModel(
                why,
                new ModelCall(route.task(), route.plugin(), route.model(), prompt.version(), 0, 0, 0, why.name(), ""));
    }
}
