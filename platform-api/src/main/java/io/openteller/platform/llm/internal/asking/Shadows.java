package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.internal.asking.Attempt.Let;
import io.openteller.platform.llm.internal.asking.Caller.About;
import io.openteller.platform.llm.internal.asking.Caller.Taking;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Setup;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Puts questions that were answered to models that nobody hears, to see how these would have answered. After the answer, on
 * threads of their own; when too many are under way, a question is not put.
 */
@Singleton
class Shadows {

    private static final int AT_ONCE = 8;
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final Admission admission;
    private final Caller caller;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("model-shadow").factory());

    Shadows(Admission admission, Caller caller, Clock clock) {
        this.admission = admission;
        this.caller = caller;
        this.clock = clock;
    }

    void after(
            Setup setup, Route route, Question question, @Nullable UUID conversation, UUID live, String said) {
        List<Candidate> asked = Order.shadows(route, conversation);
        Tenant bank = CurrentTenant.get();
        for (Candidate candidate : asked) {
            if (!places.tryAcquire()) {
                return;
            }
            try {
                threads.execute(() -> {
                    try {
                        CurrentTenant.run(bank, () -> ask(setup, route, candidate, question, conversation, live, said));
                    } finally {
                        places.release();
                    }
                });
            } catch (RejectedExecutionException stopping) {
                places.release();
            }
        }
    }

    private void ask(
            Setup setup,
            Route route,
            Candidate candidate,
            Question question,
            @Nullable UUID conversation,
            UUID live,
            String said) {
        Attempt attempt = admission.admit(
                new Admission.For(setup, route, true), candidate, question, clock.instant().plus(WITHIN));
        if (attempt instanceof Let let) {
            caller.ask(
                    let,
                    new About(route.task(), conversation, live, text -> Agreement.of(said, text)),
                    new Taking(null, text -> true, () -> false));
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
