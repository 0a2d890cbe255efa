package io.openteller.platform.llm.internal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openteller.platform.llm.ModelCall;
import io.openteller.platform.llm.Outcome;
import io.openteller.platform.llm.Outcome.NoModel;
import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.platform.llm.Prompt;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.time.Duration;

/** What a plugin's result means to who asked. */
final class Results {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final int LONGEST_DETAIL = 200;

    private Results() {}

    static Outcome outcome(ChatResult result, Route route, Prompt prompt, Duration took) {
        if (result instanceof ChatResult.Answered(String text, var calls, Usage usage, String model)) {
            return fits(text, prompt)
                    ? new Said(text, call(route, model, prompt, usage, took, "SAID", ""))
                    : new NoModel(
                            Why.BAD_ANSWER,
                            call(route, model, prompt, usage, took, "BAD_ANSWER", "it does not fit the schema"));
        }
        Why why = why(result);
        return new NoModel(
                why, call(route, route.model(), prompt, usage(result), took, why.name(), detail(result)));
    }

    private static ModelCall call(
            Route route, String model, Prompt prompt, Usage usage, Duration took, String outcome, String detail) {
        return new ModelCall(
                route.task(),
                route.plugin(),
                model,
                prompt.version(),
                usage.inputTokens(),
                usage.outputTokens(),
                took.toMillis(),
                outcome,
                detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL));
    }

    private static boolean fits(String text, Prompt prompt) {
        String schema = prompt.schema();
        try {
            return schema == null
                    || SCHEMAS.getSchema(schema).validate(text, InputFormat.JSON).isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static Why why(ChatResult result) {
        return switch (result) {
            case ChatResult.Answered answered -> Why.BAD_ANSWER;
            case ChatResult.BadAnswer bad -> Why.BAD_ANSWER;
            case ChatResult.Refused refused -> Why.REFUSED;
            case ChatResult.Limited limited -> Why.LIMITED;
            case ChatResult.Unavailable gone -> Why.UNAVAILABLE;
            case ChatResult.TooLong tooLong -> Why.TOO_LONG;
            case ChatResult.Cancelled cancelled -> Why.CANCELLED;
        };
    }

    private static String detail(ChatResult result) {
        return switch (result) {
            case ChatResult.BadAnswer(String detail, Usage usage) -> detail;
            case ChatResult.Refused(String detail) -> detail;
            case ChatResult.Unavailable(String detail) -> detail;
            case ChatResult.TooLong(String detail) -> detail;
            case ChatResult.Limited(Duration retryAfter) -> retryAfter == null ? "" : "again in " + retryAfter.toSeconds() + " s";
            case ChatResult.Answered answered -> "";
            case ChatResult.Cancelled cancelled -> "";
        };
    }

    private static Usage usage(ChatResult result) {
        return switch (result) {
            case ChatResult.Answered answered -> answered.usage();
            case ChatResult.BadAnswer bad -> bad.usage();
            case ChatResult.Cancelled cancelled -> cancelled.usage();
            case ChatResult.Refused refused -> Usage.NONE;
            case ChatResult.Limited limited -> Usage.NONE;
            case ChatResult.Unavailable gone -> Usage.NONE;
            case ChatResult.TooLong tooLong -> Usage.NONE;
        };
    }

    /** Whether another call would likely fail as well. A long or an odd question says nothing about the next one. */
    static boolean isFailureOfModel(ChatResult result) {
        return !(result instanceof ChatResult.Cancelled || result instanceof ChatResult.TooLong);
    }

    /** @param estimate what counts where the server does not say what it used, but may have used it */
    static long spent(ChatResult result, long estimate) {
        Usage usage = usage(result);
        long told = (long) usage.inputTokens() + usage.outputTokens();
        return switch (result) {
            case ChatResult.Answered answered -> told == 0 ? estimate : told;
            case ChatResult.BadAnswer bad -> told == 0 ? estimate : told;
            case ChatResult.Cancelled cancelled -> told == 0 ? estimate : told;
            case ChatResult.Unavailable gone -> estimate;
            case ChatResult.Refused refused -> 0;
            case ChatResult.Limited limited -> 0;
            case ChatResult.TooLong tooLong -> 0;
        };
    }
}
