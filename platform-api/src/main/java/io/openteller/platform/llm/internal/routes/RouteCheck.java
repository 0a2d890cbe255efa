package io.openteller.platform.llm.internal.routes;

import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenCandidate;
import io.openteller.platform.llm.internal.routes.RouteViews.GivenRoute;
import io.openteller.platform.problem.FieldFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a route as somebody wrote it, and says all that is wrong with it. */
final class RouteCheck {

    private static final int SHORTEST = 200;

    /** A turn has 25 seconds; what is left must do for everything but the model. */
    private static final int LONGEST = 10_000;

    private static final int MOST_CANDIDATES = 8;
    private static final int MOST = 1_000;

    private final Predicate<String> isPlugin;
    private final Settings settings;
    private final List<FieldFault> faults = new ArrayList<>();

    RouteCheck(Predicate<String> isPlugin, Settings settings) {
        this.isPlugin = isPlugin;
        this.settings = settings;
    }

    List<FieldFault> faults() {
        return faults;
    }

    /** Of use only when there are no faults afterwards. */
    Route read(Task task, GivenRoute given) {
        boolean listed = given.candidates() != null;
        Limits budget = given.budget() == null ? Limits.NONE : given.budget();
        if (!listed) {
            long daily = given.dailyTokenBudget() == null ? -1 : given.dailyTokenBudget();
            between("dailyTokenBudget", daily, 0, RouteBook.LARGEST_BUDGET);
            budget = new Limits(null, daily, null, null);
        }
        limits(budget, "budget.");
        List<Candidate> candidates = listed ? listed(given.candidates()) : List.of(alone(given));
        if (candidates.stream().allMatch(one -> one.shadow() || one.canaryPercent() != null)) {
            fault("candidates", "One candidate must be for every conversation: neither a trial nor a shadow");
        }
        Integer hedge = given.hedgeAfterMillis();
        if (hedge != null) {
            between("hedgeAfterMillis", hedge, 50, LONGEST);
        }
        return new Route(task, Boolean.TRUE.equals(given.on()), candidates, failures(given.fallbackOn()), hedge, budget);
    }

    private Candidate alone(GivenRoute given) {
        int timeout = given.timeoutMillis() == null ? Candidate.USUAL_MILLIS : given.timeoutMillis();
        between("timeoutMillis", timeout, SHORTEST, LONGEST);
        return checked(Candidate.only(text(given.plugin()), text(given.model()), timeout), "");
    }

    private List<Candidate> listed(@Nullable List<GivenCandidate> given) {
        List<GivenCandidate> all = given == null ? List.of() : given;
        between("candidates", all.size(), 1, MOST_CANDIDATES);
        List<Candidate> read = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            read.add(candidate(all.get(i), i));
        }
        return read;
    }

    private Candidate candidate(GivenCandidate given, int place) {
        String at = "candidates[" + place + "].";
        String region = text(given.region());
        Candidate read = new Candidate(
                or(given.rank(), place + 1),
                text(given.plugin()),
                text(given.model()),
                or(given.weight(), 1),
                region.isEmpty() ? null : region,
                given.firstTokenMillis(),
                or(given.totalMillis(), Candidate.USUAL_MILLIS),
                given.canaryPercent(),
                Boolean.TRUE.equals(given.shadow()),
                or(given.maxAtOnce(), Candidate.USUAL_AT_ONCE));
        between(at + "rank", read.rank(), 1, MOST_CANDIDATES);
        between(at + "weight", read.weight(), 1, MOST);
        between(at + "totalMillis", read.totalMillis(), SHORTEST, LONGEST);
        between(at + "maxAtOnce", read.maxAtOnce(), 1, MOST);
        if (read.firstTokenMillis() != null) {
            between(at + "firstTokenMillis", read.firstTokenMillis(), 50, LONGEST);
        }
        if (read.canaryPercent() != null) {
            between(at + "canaryPercent", read.canaryPercent(), 0, 100);
        }
        return checked(read, at);
    }

    private Candidate checked(Candidate read, String at) {
        if (!isPlugin.test(read.plugin())) {
            fault(at + "plugin", "There is no plugin of this id that brings models");
        }
        if (read.model().isEmpty() || read.model().length() > 200) {
            fault(at + "model", "A model has a name of at most 200 characters");
        }
        if (!settings.allows(read.region())) {
            fault(at.isEmpty() ? "model" : at + "region", "Models may run in " + settings.regions() + " alone");
        }
        return read;
    }

    private Set<Failure> failures(@Nullable List<String> given) {
        if (given == null) {
            return Route.EVERY_FAILURE;
        }
        Set<Failure> read = new LinkedHashSet<>();
        for (String name : given) {
            Arrays.stream(Failure.values())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(read::add, () -> fault("fallbackOn", "There is no " + name));
        }
        return read;
    }

    void limits(Limits limits, String at) {
        limit(at + "tokensPerMinute", limits.tokensPerMinute());
        limit(at + "tokensPerDay", limits.tokensPerDay());
        limit(at + "customerTokensPerDay", limits.customerTokensPerDay());
        limit(at + "moneyPerDayMinor", limits.moneyPerDayMinor());
    }

    private void limit(String field, @Nullable Long value) {
        if (value != null) {
            between(field, value, 0, RouteBook.LARGEST_BUDGET);
        }
    }

    void between(String field, long value, long least, long most) {
        if (value < least || value > most) {
            fault(field, "From " + least + " to " + most);
        }
    }

    void fault(String field, String why) {
        faults.add(new FieldFault(field, why));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static int or(@Nullable Integer given, int otherwise) {
        return given == null ? otherwise : given;
    }
}
