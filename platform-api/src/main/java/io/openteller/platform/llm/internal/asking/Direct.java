package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Attempt.Done;
import io.openteller.platform.llm.internal.asking.Attempt.Kept;
import io.openteller.platform.llm.internal.asking.Attempt.Let;
import io.openteller.platform.llm.internal.asking.Caller.About;
import io.openteller.platform.llm.internal.asking.Caller.Taking;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Limits;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Setup;
import io.openteller.platform.llm.internal.routes.Setups;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Asks a model that somebody named, beside its route: to try it, or to ask again what was asked. It counts and is kept like any
 * call of the bank; where the route knows the model, in the region that the route declares.
 */
@Singleton
public class Direct {

    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final UUID NOBODY = new UUID(0, 0);

    private final Setups setups;
    private final Admission admission;
    private final Caller caller;
    private final Clock clock;

    Direct(Setups setups, Admission admission, Caller caller, Clock clock) {
        this.setups = setups;
        this.admission = admission;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param said null when it said nothing; {@code why} then
     * @param costMicro null without a price
     * @param id of the call; all zero when none was made
     */
    public record Answer(
            @Nullable String said,
            @Nullable String why,
            String detail,
            long millis,
            @Nullable Long firstTokenMillis,
            int tokens,
            @Nullable Long costMicro,
            UUID id) {}

    public Answer ask(Task task, String plugin, String model, Question question, boolean streamed) {
        Setup setup = setups.current();
        Route route = Optional.ofNullable(setup.routes().get(task))
                .orElse(new Route(
                        task, true, List.of(Candidate.only(plugin, model, Candidate.USUAL_MILLIS)), Set.of(), null, Limits.NONE));
        Candidate candidate = route.candidates().stream()
                .filter(one -> one.plugin().equals(plugin) && one.model().equals(model))
                .findFirst()
                .orElse(Candidate.only(plugin, model, (int) WITHIN.toMillis()));
        Attempt attempt = admission.admit(
                new Admission.For(setup, route, false), candidate, question, clock.instant().plus(WITHIN));
        return switch (attempt) {
            case Kept(NoModel none) -> new Answer(null, none.why().name(), none.call().detail(), 0, null, 0, null, NOBODY);
            case Let let -> asked(let, task, streamed);
        };
    }

    private Answer asked(Let let, Task task, boolean streamed) {
        Done done = caller.ask(
                let,
                new About(task, ModelTime.conversation(), null, null),
                new Taking(streamed ? piece -> true : null, text -> true, () -> false));
        Outcome outcome = done.outcome();
        int in = outcome.call().inputTokens();
        int out = outcome.call().outputTokens();
        return new Answer(
                outcome instanceof Said said ? said.text() : null,
                outcome instanceof NoModel(Why why, var call) ? why.name() : null,
                outcome.call().detail(),
                outcome.call().millis(),
                done.firstMillis(),
                in + out,
                let.price() == null ? null : Long.valueOf(let.price().micros(in, out)),
                done.id());
    }

    /** How near two answers are, 0 to 1. */
    public static double agreement(String one, String other) {
        return Agreement.of(one, other);
    }
}
