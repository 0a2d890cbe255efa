package io.openteller.spi.llm;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question to a model. Details are for operators: what happened in a few words, without any secret, and
 * without anything that was asked or said.
 */
public sealed interface ChatResult {

    /**
     * The model answered to the end.
     *
     * @param text fits the schema's form if one was asked for, though its content is still the model's; blank only where there
     *     are tool calls
     * @param toolCalls of tools that the request has, with arguments that are JSON objects; mostly empty
     * @param model as the server names the one that answered
     */
    record Answered(String text, List<ToolCall> toolCalls, Usage usage, String model) implements ChatResult {

        public Answered {
            toolCalls = List.copyOf(toolCalls);
        }
    }

    /** The server does not take this request: wrong key, unknown model, or its own rules about content. Again is no use. */
    record Refused(String detail) implements ChatResult {}

    /** Too many requests, or the provider's own budget is spent. @param retryAfter null when the server did not say */
    record Limited(@Nullable Duration retryAfter) implements ChatResult {}

    /** Not reached, out of order, or too slow. Another time it may work. */
    record Unavailable(String detail) implements ChatResult {}

    /** The request is longer than the model can take. A shorter one may work. */
    record TooLong(String detail) implements ChatResult {}

    /**
     * Something came that is no whole answer: cut short, empty, not JSON although JSON was asked for, or no model's answer at all.
     *
     * @param usage what it cost nonetheless; {@link Usage#NONE} when the server did not say
     */
    record BadAnswer(String detail, Usage usage) implements ChatResult {}

    /** The caller wanted no more. @param usage as far as it is known */
    record Cancelled(Usage usage) implements ChatResult {}

    /** Tokens as the server counts them; 0 where it does not say. */
    record Usage(int inputTokens, int outputTokens) {

        public static final Usage NONE = new Usage(0, 0);
    }

    static ChatResult answered(String text, Usage usage, String model) {
        return new Answered(text, List.of(), usage, model);
    }

    static ChatResult calling(String text, List<ToolCall> toolCalls, Usage usage, String model) {
        return new Answered(text, toolCalls, usage, model);
    }

    static ChatResult refused(String detail) {
        return new Refused(detail);
    }

    static ChatResult limited(@Nullable Duration retryAfter) {
        return new Limited(retryAfter);
    }

    static ChatResult unavailable(String detail) {
        return new Unavailable(detail);
    }

    static ChatResult tooLong(String detail) {
        return new TooLong(detail);
    }

    static ChatResult badAnswer(String detail, Usage usage) {
        return new BadAnswer(detail, usage);
    }

    static ChatResult cancelled(Usage usage) {
        return new Cancelled(usage);
    }
}
