package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.budgets.Budgets;
import io.openteller.platform.llm.internal.budgets.Budgets.Held;
import io.openteller.platform.llm.internal.budgets.Budgets.Wanted;
import io.openteller.platform.llm.internal.budgets.Digest;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Price;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Settings;
import io.openteller.platform.llm.internal.routes.Setup;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.UuidV7;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Lets a question through to a model, if region, places, budget and the model's own state allow it. */
@Singleton
class Admission {

    private static final Duration NOT_WORTH_ASKING = Duration.ofMillis(100);

    private final Breakers breakers;
    private final Budgets budgets;
    private final Clock clock;
    private final Map<Place, Places> running = new ConcurrentHashMap<>();

    Admission(Breakers breakers, Budgets budgets, Clock clock) {
        this.breakers = breakers;
        this.budgets = budgets;
        this.clock = clock;
    }

    private record Place(UUID bank, String plugin, String model) {}

    private record Places(int most, Semaphore free) {}

    /** Asked as part of a route, or beside it. @param shadow on the share of the budget that is for shadows */
    record For(Setup setup, Route route, boolean shadow) {}

    Attempt admit(For why, Candidate candidate, Question asked, Instant until) {
        Task task = why.route().task();
        Settings settings = why.setup().settings();
        Instant now = clock.instant();
        Duration left = Duration.between(now, until);
        Duration limit = Duration.ofMillis(candidate.totalMillis());
        Duration within = left.compareTo(limit) < 0 ? left : limit;
        if (within.compareTo(NOT_WORTH_ASKING) < 0) {
            return kept(task, candidate, asked, Why.NO_TIME, "");
        }
        if (!settings.allows(candidate.region())) {
            return kept(task, candidate, asked, Why.OUTSIDE_REGION, "models may run in " + settings.regions() + " alone");
        }
        Semaphore place = place(candidate);
        if (!place.tryAcquire()) {
            return kept(task, candidate, asked, Why.TOO_MANY_AT_ONCE, "");
        }
        Question question = asked.to(candidate.model());
        Price price = why.setup().prices().isEmpty()
                ? null
                : why.setup()
                        .price(candidate, LocalDate.ofInstant(now, ZoneOffset.UTC))
                        .orElse(null);
        Optional<Held> held = budgets.hold(settings, why.route(), wanted(why, question, price));
        if (held.isEmpty()) {
            place.release();
            return kept(task, candidate, asked, Why.BUDGET_SPENT, unpriced(why, price) ? "its price is not known" : "");
        }
        if (!breakers.admits(candidate)) {
            place.release();
            budgets.settle(held.get(), 0, 0);
            return kept(task, candidate, asked, Why.RESTING, "");
        }
        return new Attempt.Let(UuidV7.next(), candidate, question, within, place, held.get(), price);
    }

    private static Wanted wanted(For why, Question question, @Nullable Price price) {
        boolean perCustomer = why.setup().settings().budget().customerTokensPerDay() != null
                || why.route().budget().customerTokensPerDay() != null;
        String customer = perCustomer ? ModelTime.customer() : null;
        return new Wanted(
                why.route().task(),
                question.estimatedInputTokens(),
                question.maxOutputTokens(),
                price,
                customer == null ? null : Digest.of(customer),
                why.shadow());
    }

    private static boolean unpriced(For why, @Nullable Price price) {
        return price == null
                && (why.setup().settings().budget().moneyPerDayMinor() != null
                        || why.route().budget().moneyPerDayMinor() != null);
    }

    private Semaphore place(Candidate candidate) {
        Place place = new Place(CurrentTenant.get().id(), candidate.plugin(), candidate.model());
        Places known = running.get(place);
        if (known == null || known.most() != candidate.maxAtOnce()) {
            // Those that run under an older limit end there.
            known = running.compute(place, (key, old) -> old != null && old.most() == candidate.maxAtOnce()
                    ? old
                    : new Places(candidate.maxAtOnce(), new Semaphore(candidate.maxAtOnce())));
        }
        return known.free();
    }

    static Attempt.Kept kept(Task task, Candidate candidate, Question question, Why why, String detail) {
        return new Attempt.Kept(none(task, candidate.plugin(), candidate.model(), question.prompt(), why, detail));
    }

    static NoModel none(Task task, String plugin, String model, String prompt, Why why, String detail) {
        return new NoModel(why, new ModelCall(task, plugin, model, prompt, 0, 0, 0, why.name(), detail));
    }
}
