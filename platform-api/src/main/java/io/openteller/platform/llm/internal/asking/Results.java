package io.openteller.platform.llm.internal.asking;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openteller.platform.llm.Outcome.Why;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a plugin's result means to who asked. */
final class Results {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Those of prompt files: few, and never changed. */
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private static final int LONGEST_DETAIL = 200;

    private Results() {}

    /** Whether the answer is JSON of this form; anything does where none is asked for. */
    static boolean fits(String text, @Nullable String schema) {
        if (schema == null) {
            return true;
        }
        try {
            return READ.computeIfAbsent(schema, SCHEMAS::getSchema)
                    .validate(text, InputFormat.JSON)
                    .isEmpty();
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    static Why why(ChatResult result) {
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

    static String detail(ChatResult result) {
        String detail = switch (result) {
            case ChatResult.BadAnswer(String said, Usage usage) -> said;
            case ChatResult.Refused(String said) -> said;
            case ChatResult.Unavailable(String said) -> said;
            case ChatResult.TooLong(String said) -> said;
            case ChatResult.Limited(var retryAfter) -> retryAfter == null ? "" : "again in " + retryAfter.toSeconds() + " s";
            case ChatResult.Answered answered -> "";
            case ChatResult.Cancelled cancelled -> "";
        };
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }

    static Usage usage(ChatResult result) {
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

    /**
     * What counts where the server does not say what it used: the estimate, if it may have used it. What may have been
     * answered after nobody listened any more is taken as spent.
     */
    static Usage spent(ChatResult result, Usage estimate) {
        Usage told = usage(result);
        boolean silent = told.inputTokens() == 0 && told.outputTokens() == 0;
        return switch (result) {
            case ChatResult.Answered answered -> silent ? estimate : told;
            case ChatResult.BadAnswer bad -> silent ? estimate : told;
            case ChatResult.Cancelled cancelled -> silent ? estimate : told;
            case ChatResult.Unavailable gone -> estimate;
            case ChatResult.Refused refused -> Usage.NONE;
            case ChatResult.Limited limited -> Usage.NONE;
            case ChatResult.TooLong tooLong -> Usage.NONE;
        };
    }
}
