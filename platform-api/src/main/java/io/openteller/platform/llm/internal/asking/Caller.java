package io.openteller.platform.llm.internal.asking;

import io.micrometer.core.instrument.MeterRegistry;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Attempt.Done;
import io.openteller.platform.llm.internal.asking.Attempt.Let;
import io.openteller.platform.llm.internal.budgets.Budgets;
import io.openteller.platform.llm.internal.providers.ModelSeam;
import io.openteller.platform.llm.internal.records.CallLog;
import io.openteller.platform.llm.internal.records.KeptCall;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one model once, and sees to all that follows: the model's state, the budget, the record. On the calling thread. */
@Singleton
class Caller {

    private static final Logger log = LoggerFactory.getLogger(Caller.class);
    private static final long NANOS = 1_000_000;

    private final ModelSeam models;
    private final Breakers breakers;
    private final Budgets budgets;
    private final CallLog calls;
    private final Clock clock;
    private final MeterRegistry meters;

    Caller(
            ModelSeam models, Breakers breakers, Budgets budgets, CallLog calls, Clock clock, MeterRegistry meters) {
        this.meters = meters;
        this.models = models;
        this.breakers = breakers;
        this.budgets = budgets;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * How an answer is taken.
     *
     * @param pieces null to take it as a whole
     * @param fits whether a whole answer is of use
     * @param unwanted whether somebody else has answered meanwhile
     */
    record Taking(@Nullable Predicate<String> pieces, Predicate<String> fits, BooleanSupplier unwanted) {}

    /** @param shadowOf null for a live call @param agree how near an answer is to the live one; null for a live call */
    record About(
            Task task, @Nullable UUID conversation, @Nullable UUID shadowOf, @Nullable ToDoubleFunction<String> agree) {}

    Done ask(Let let, About about, Taking taking) {
        Instant begun = clock.instant();
        long began = System.nanoTime();
        long[] first = {-1};
        ChatResult result;
        try {
            result = asked(let, taking, began, first);
        } finally {
            let.place().release();
        }
        if (taking.unwanted().getAsBoolean()) {
            // Whoever ended it for that reason interrupted this thread, perhaps too late.
            Thread.interrupted();
        }
        long millis = (System.nanoTime() - began) / NANOS;
        Outcome outcome = outcome(let, about, result, taking, millis);
        judge(let, result, outcome);
        Usage spent = Results.spent(
                result instanceof ChatResult.Unavailable && taking.unwanted().getAsBoolean()
                        ? ChatResult.cancelled(Usage.NONE)
                        : result,
                new Usage((int) let.question().estimatedInputTokens(), let.question().maxOutputTokens()));
        Long micros = let.price() == null ? null : let.price().micros(spent.inputTokens(), spent.outputTokens());
        budgets.settle(let.held(), (long) spent.inputTokens() + spent.outputTokens(), micros == null ? 0 : micros);
        Long firstMillis = first[0] < 0 ? null : first[0] / NANOS;
        keep(let, about, begun, result, outcome, taking.pieces() != null, firstMillis, micros);
        return new Done(let.id(), outcome, firstMillis);
    }

    private ChatResult asked(Let let, Taking taking, long began, long[] first) {
        Predicate<String> pieces = taking.pieces();
        Integer limit = let.candidate().firstTokenMillis();
        FirstPiece watch =
                pieces != null && limit != null && limit < let.within().toMillis() ? FirstPiece.within(limit) : null;
        boolean late = false;
        ChatResult result;
        try {
            result = models.ask(
                    let.candidate().plugin(),
                    let.id().toString(),
                    let.question(),
                    let.within(),
                    pieces == null ? null : piece -> {
                        if (first[0] < 0) {
                            first[0] = System.nanoTime() - began;
                            if (watch != null) {
                                watch.came();
                            }
                        }
                        return pieces.test(piece);
                    });
        } catch (RuntimeException failure) {
            log.error("a model could not be asked plugin={}", let.candidate().plugin(), failure);
            result = ChatResult.unavailable("it could not be asked: " + failure.getClass().getSimpleName());
        } finally {
            late = watch != null && watch.over();
        }
        return late && !(result instanceof ChatResult.Answered)
                ? ChatResult.unavailable("no first piece within " + limit + " ms")
                : result;
    }

    private static Outcome outcome(Let let, About about, ChatResult result, Taking taking, long millis) {
        if (result instanceof ChatResult.Answered(String text, var tools, Usage usage, String model)) {
            String fault = !tools.isEmpty()
                    ? "it asks for tools that nobody offered"
                    : !Results.fits(text, let.question().schema())
                            ? "it does not fit the schema"
                            : taking.fits().test(text) ? "" : "it is not what was asked for";
            return fault.isEmpty()
                    ? new Said(text, call(let, about, model, usage, millis, "SAID", ""))
                    : new NoModel(Why.BAD_ANSWER, call(let, about, model, usage, millis, "BAD_ANSWER", fault));
        }
        boolean unwanted = taking.unwanted().getAsBoolean();
        Why why = unwanted ? Why.CANCELLED : Results.why(result);
        String detail = unwanted ? "another model was faster" : Results.detail(result);
        return new NoModel(
                why, call(let, about, let.candidate().model(), Results.usage(result), millis, why.name(), detail));
    }

    private static ModelCall call(
            Let let, About about, String model, Usage usage, long millis, String outcome, String detail) {
        return new ModelCall(
                about.task(),
                let.candidate().plugin(),
                model,
                let.question().prompt(),
                usage.inputTokens(),
                usage.outputTokens(),
                millis,
                outcome,
                detail);
    }

    private void judge(Let let, ChatResult result, Outcome outcome) {
        if (outcome instanceof Said) {
            breakers.succeeded(let.candidate());
        } else if (outcome instanceof NoModel(Why why, ModelCall call)
                && why != Why.CANCELLED
                && Results.isFailureOfModel(result)) {
            breakers.failed(let.candidate(), result instanceof ChatResult.Limited(var retryAfter) ? retryAfter : null);
        } else {
            breakers.undecided(let.candidate());
        }
    }

    private void keep(
            Let let,
            About about,
            Instant begun,
            ChatResult result,
            Outcome outcome,
            boolean streamed,
            @Nullable Long firstMillis,
            @Nullable Long micros) {
        meters.timer(
                        "openteller.model.calls",
                        "bank",
                        CurrentTenant.get().slug().value(),
                        "task",
                        outcome.call().task().name(),
                        "plugin",
                        let.candidate().plugin(),
                        "outcome",
                        outcome.call().outcome())
                .record(Duration.ofMillis(outcome.call().millis()));
        String said = result instanceof ChatResult.Answered answered ? answered.text() : "";
        ToDoubleFunction<String> agree = about.agree();
        calls.add(new KeptCall(
                CurrentTenant.get(),
                let.id(),
                begun,
                let.candidate().model(),
                outcome.call(),
                let.question(),
                said,
                streamed,
                firstMillis,
                micros,
                about.conversation(),
                about.shadowOf(),
                agree == null || !(outcome instanceof Said) ? null : Double.valueOf(agree.applyAsDouble(said))));
    }
}
