package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.llm.Models;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Reading;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Attempt.Done;
import io.openteller.platform.llm.internal.asking.Caller.About;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Setup;
import io.openteller.platform.llm.internal.routes.Setups;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks along the bank's route, on the caller's thread unless two are asked at once. */
@Singleton
class RoutedModels implements Models {

    private final Setups setups;
    private final Admission admission;
    private final Caller caller;
    private final Shadows shadows;

    RoutedModels(Setups setups, Admission admission, Caller caller, Shadows shadows) {
        this.setups = setups;
        this.admission = admission;
        this.caller = caller;
        this.shadows = shadows;
    }

    @Override
    public boolean configured(Task task) {
        return setups.current().route(task).isPresent();
    }

    @Override
    public Outcome complete(Task task, Prompt prompt, Instant until, Predicate<String> fits) {
        return ask(task, prompt, until, null, fits);
    }

    @Override
    public Outcome stream(Task task, Prompt prompt, Instant until, Reading pieces) {
        return ask(task, prompt, until, pieces, text -> true);
    }

    private Outcome ask(
            Task task, Prompt prompt, Instant until, @Nullable Reading reading, Predicate<String> fits) {
        Setup setup = setups.current();
        Optional<Route> chosen = setup.route(task);
        if (chosen.isEmpty()) {
            NoModel none = Admission.none(task, "", "", prompt.version(), Why.NOT_CONFIGURED, "");
            ModelTime.note(none.call());
            return none;
        }
        Route route = chosen.get();
        UUID conversation = ModelTime.conversation();
        List<Candidate> order = Order.of(route, conversation, ThreadLocalRandom.current());
        Question question = Question.of(order.getFirst().model(), prompt);
        Done done = new Asking(
                        admission,
                        caller,
                        new Admission.For(setup, route, false),
                        new About(task, conversation, null, null),
                        question,
                        ModelTime.limited(until),
                        reading,
                        fits)
                .along(order);
        if (done.outcome() instanceof Said said) {
            shadows.after(setup, route, question, conversation, done.id(), said.text());
        }
        return done.outcome();
    }
}
