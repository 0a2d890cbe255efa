package io.openteller.platform.llm.internal.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.ModelTime;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Caller.About;
import io.openteller.platform.llm.internal.budgets.Budgets;
import io.openteller.platform.llm.internal.providers.ModelSeam;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.llm.internal.records.CallLog;
import io.openteller.platform.llm.internal.routes.Candidate;
import io.openteller.platform.llm.internal.routes.Limits;
import io.openteller.platform.llm.internal.routes.Route;
import io.openteller.platform.llm.internal.routes.Settings;
import io.openteller.platform.llm.internal.routes.Setup;
import io.openteller.platform.plugin.PluginPlatform;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** What is told of models that were asked side by side, and are slow to end when they have lost. */
class HedgeIT {

    private static final int SOON = 20;
    private static final int NEVER_HERE = 600_000;

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private final CountDownLatch secondAsked = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @BeforeAll
    static void start() throws Exception {
        platform = new PluginPlatform(folder.resolve("data"), Files.createDirectories(folder.resolve("plugins")));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @AfterEach
    void every_model_ends() {
        mayEnd.countDown();
    }

    /** Ends when the test lets it, however often somebody interrupts. */
    private ChatResult deaf() {
        boolean ended = false;
        while (!ended) {
            try {
                mayEnd.await();
                ended = true;
            } catch (InterruptedException ignored) {
                // That is what it is for.
            }
        }
        return ChatResult.cancelled(Usage.NONE);
    }

    private record Asked(Outcome outcome, List<ModelCall> notes) {

        List<String> told() {
            return notes.stream()
                    .map(call -> call.plugin() + " " + call.model() + " " + call.outcome() + " " + call.detail())
                    .toList();
        }
    }

    private interface Answering {

        ChatResult answer(String plugin) throws InterruptedException;
    }

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Asked ask(int hedgeAfter, Answering answering) {
        ModelSeam models = new ModelSeam() {
            @Override
            public ChatResult ask(
                    String plugin, String id, ChatRequest question, Duration within, @Nullable Predicate<String> pieces) {
                if (plugin.equals("second")) {
                    secondAsked.countDown();
                }
                try {
                    return answering.answer(plugin);
                } catch (InterruptedException stop) {
                    return ChatResult.cancelled(Usage.NONE);
                }
            }
        };
        Clock clock = platform.bean(Clock.class);
        Breakers breakers = platform.bean(Breakers.class);
        Budgets budgets = platform.bean(Budgets.class);
        List<Candidate> order =
                List.of(Candidate.only("first", "quick", NEVER_HERE), Candidate.only("second", "slow", NEVER_HERE));
        Route route = new Route(Task.ANSWER, true, order, Route.EVERY_FAILURE, hedgeAfter, Limits.NONE);
        Supplier<Asking> asking = () -> new Asking(
                new Admission(breakers, budgets, clock),
                new Caller(models, breakers, budgets, platform.bean(CallLog.class), clock, meters),
                new Admission.For(new Setup(Map.of(Task.ANSWER, route), Settings.USUAL, List.of()), route, false),
                new About(Task.ANSWER, null, null, null),
                Question.of("quick", "answer-v1", "You answer.", "What does it cost?", null, 100),
                clock.instant().plusMillis(NEVER_HERE),
                null,
                text -> true);
        return CurrentTenant.call(
                platform.bank,
                () -> new ModelTime(Instant.MAX).during(() -> {
                    Outcome outcome = asking.get().along(order).outcome();
                    return new Asked(outcome, ModelTime.calls());
                }));
    }

    @Test
    void a_second_model_that_lost_and_is_still_ending_is_told_by_its_own_name() {
        Asked asked = ask(SOON, plugin -> {
            if (plugin.equals("second")) {
                return deaf();
            }
            secondAsked.await();
            return ChatResult.answered("It is free.", new Usage(5, 5), "quick");
        });
        assertThat(asked.outcome()).isInstanceOf(Said.class);
        assertThat(asked.told())
                .containsExactly("second slow CANCELLED another model was faster", "first quick SAID ");
        assertThat(meters.get("openteller.model.calls")
                        .tags("plugin", "first", "task", "ANSWER", "outcome", "SAID")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void when_nobody_waits_any_more_every_model_of_the_race_is_told() {
        Thread asker = Thread.currentThread();
        Asked asked = ask(SOON, plugin -> {
            if (plugin.equals("second")) {
                asker.interrupt();
            }
            return deaf();
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(((NoModel) asked.outcome()).why()).isEqualTo(Why.CANCELLED);
        assertThat(asked.told())
                .containsExactly("first quick CANCELLED interrupted", "second slow CANCELLED interrupted");
    }
}
