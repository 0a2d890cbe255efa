package io.openteller.platform.llm.internal;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.identity.Allowed;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.llm.Hiding;
import io.openteller.platform.llm.Prompt;
import io.openteller.platform.llm.Task;
import io.openteller.platform.llm.internal.asking.Direct;
import io.openteller.platform.llm.internal.asking.Direct.Answer;
import io.openteller.platform.llm.internal.providers.Question;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One question to two models at once, for people who choose between them. Nothing personal in it leaves. */
@Controller("/api/v1/models/playground")
@ExecuteOn(TaskExecutors.BLOCKING)
class PlaygroundController {

    private static final String PROMPT = "playground-v1";
    private static final int LONGEST = 4_000;
    private static final double MICRO = 1_000_000;

    private final Direct models;
    private final Hiding hiding;

    PlaygroundController(Direct models, Hiding hiding) {
        this.models = models;
        this.hiding = hiding;
    }

    @Serdeable
    record Model(@Nullable String plugin, @Nullable String model) {}

    @Serdeable
    record Asked(@Nullable String task, @Nullable String question, @Nullable Model left, @Nullable Model right) {}

    /** @param said null when it said nothing; {@code why} then @param costMinor null without a price */
    @Serdeable
    record Side(
            @Nullable String said,
            @Nullable String why,
            String detail,
            long millis,
            @Nullable Long firstTokenMillis,
            int tokens,
            @Nullable Double costMinor) {

        static Side of(Answer answer) {
            Long micros = answer.costMicro();
            return new Side(
                    answer.said(),
                    answer.why(),
                    answer.detail(),
                    answer.millis(),
                    answer.firstTokenMillis(),
                    answer.tokens(),
                    micros == null ? null : micros / MICRO);
        }
    }

    /** @param asked the question as it left */
    @Serdeable
    record Compared(String asked, Side left, Side right) {}

    @Post
    @Allowed(Permission.PLUGIN_WRITE)
    Compared compare(@Body Asked asked) {
        Task task = Arrays.stream(Task.values())
                .filter(one -> one.name().equals(asked.task()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND));
        String question = asked.question() == null ? "" : asked.question().strip();
        if (question.isEmpty()) {
            throw new ProblemException(ErrorCode.EMPTY_MESSAGE);
        }
        if (question.length() > LONGEST) {
            throw new ProblemException(ErrorCode.MESSAGE_TOO_LONG);
        }
        var hidden = hiding.hidden(question);
        Prompt prompt = Prompt.of(PROMPT, Map.of("question", hidden));
        Tenant bank = CurrentTenant.get();
        CompletableFuture<Side> left = CompletableFuture.supplyAsync(
                () -> CurrentTenant.call(bank, () -> side(task, asked.left(), prompt)),
                work -> Thread.ofVirtual().name("playground").start(work));
        Side right = side(task, asked.right(), prompt);
        try {
            return new Compared(hidden.text(), left.join(), right);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProblemException problem ? problem : failed;
        }
    }

    private Side side(Task task, @Nullable Model model, Prompt prompt) {
        String plugin = model == null || model.plugin() == null ? "" : model.plugin();
        String name = model == null || model.model() == null ? "" : model.model();
        return Side.of(models.ask(task, plugin, name, Question.of(name, prompt), true));
    }
}
