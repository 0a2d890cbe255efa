package io.openteller.platform.llm.internal.cassettes;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatRequest;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges with models as a file: one JSON object per line, the request with all that a model is told, and what became of it.
 * What it holds is as the models saw it, with tokens in place of personal values, and no key of any server.
 */
public final class Cassette {

    /** Written into each line; another number is another form. */
    private static final int FORM = 1;

    private Cassette() {}

    /** One message, by the name of its role. */
    @Serdeable
    public record Line(String role, String text) {}

    /** All of a request that an answer depends on. */
    @Serdeable
    public record Asked(
            String model, List<Line> messages, @Nullable String schema, int maxOutputTokens, double temperature) {

        public static Asked of(ChatRequest request) {
            return new Asked(
                    request.model(),
                    request.messages().stream()
                            .map(message -> line(request, message))
                            .toList(),
                    request.schema(),
                    request.maxOutputTokens(),
                    request.temperature());
        }

        private static Line line(ChatRequest request, ChatMessage message) {
            if (!request.tools().isEmpty() || !message.images().isEmpty()) {
                throw new IllegalArgumentException("a cassette holds text alone");
            }
            return new Line(message.role().name(), message.text());
        }
    }

    /**
     * @param pieces as they came; empty when the answer was taken as a whole
     * @param result ANSWERED, REFUSED, LIMITED, UNAVAILABLE, TOO_LONG, BAD_ANSWER or CANCELLED
     * @param text what was said, or the detail of why not
     * @param served the model's name as the server gave it; empty without an answer
     */
    @Serdeable
    public record Exchange(
            int form,
            Asked asked,
            List<String> pieces,
            String result,
            String text,
            int inputTokens,
            int outputTokens,
            String served,
            @Nullable Long retryAfterMillis) {}

    static Exchange exchange(ChatRequest request, List<String> pieces, ChatResult result) {
        Asked asked = Asked.of(request);
        return switch (result) {
            case ChatResult.Answered(String text, var tools, Usage usage, String model) ->
                exchange(asked, pieces, "ANSWERED", text, usage, model, null);
            case ChatResult.Refused(String detail) -> exchange(asked, pieces, "REFUSED", detail, Usage.NONE, "", null);
            case ChatResult.Limited(var after) ->
                exchange(asked, pieces, "LIMITED", "", Usage.NONE, "", after == null ? null : Long.valueOf(after.toMillis()));
            case ChatResult.Unavailable(String detail) ->
                exchange(asked, pieces, "UNAVAILABLE", detail, Usage.NONE, "", null);
            case ChatResult.TooLong(String detail) -> exchange(asked, pieces, "TOO_LONG", detail, Usage.NONE, "", null);
            case ChatResult.BadAnswer(String detail, Usage usage) ->
                exchange(asked, pieces, "BAD_ANSWER", detail, usage, "", null);
            case ChatResult.Cancelled(Usage usage) -> exchange(asked, pieces, "CANCELLED", "", usage, "", null);
        };
    }

    /** As it is kept of a call that was answered. */
    public static Exchange answered(ChatRequest request, String said, Usage usage, String served) {
        return exchange(Asked.of(request), List.of(), "ANSWERED", said, usage, served, null);
    }

    private static Exchange exchange(
            Asked asked,
            List<String> pieces,
            String result,
            String text,
            Usage usage,
            String served,
            @Nullable Long retryAfterMillis) {
        return new Exchange(
                FORM, asked, List.copyOf(pieces), result, text, usage.inputTokens(), usage.outputTokens(), served, retryAfterMillis);
    }

    static ChatResult result(Exchange kept) {
        Usage usage = new Usage(kept.inputTokens(), kept.outputTokens());
        Long after = kept.retryAfterMillis();
        return switch (kept.result()) {
            case "ANSWERED" -> ChatResult.answered(kept.text(), usage, kept.served());
            case "REFUSED" -> ChatResult.refused(kept.text());
            case "LIMITED" -> ChatResult.limited(after == null ? null : Duration.ofMillis(after));
            case "UNAVAILABLE" -> ChatResult.unavailable(kept.text());
            case "TOO_LONG" -> ChatResult.tooLong(kept.text());
            case "BAD_ANSWER" -> ChatResult.badAnswer(kept.text(), usage);
            case "CANCELLED" -> ChatResult.cancelled(usage);
            default -> throw new IllegalArgumentException("no result " + kept.result());
        };
    }

    public static String written(List<Exchange> exchanges, ObjectMapper json) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Exchange one : exchanges) {
            lines.append(json.writeValueAsString(one)).append('\n');
        }
        return lines.toString();
    }

    /** @throws IllegalArgumentException for a line of another form */
    public static List<Exchange> read(Path file, ObjectMapper json) throws IOException {
        List<Exchange> exchanges = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Exchange one = Objects.requireNonNull(json.readValue(line, Argument.of(Exchange.class)));
            if (one.form() != FORM) {
                throw new IllegalArgumentException("a cassette of form " + one.form() + " is not known");
            }
            exchanges.add(one);
        }
        return exchanges;
    }
}
