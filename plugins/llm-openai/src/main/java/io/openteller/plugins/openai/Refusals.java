package io.openteller.plugins.openai;

import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What it means when no answer came. Tells statuses and the server's error codes, never its sentences: they may quote. */
final class Refusals {

    private static final Pattern CODE = Pattern.compile("\"(?:code|type)\"\\s*:\\s*\"([a-z][a-z_]{2,60})\"");
    private static final Pattern LENGTH =
            Pattern.compile("context_length|context length|context window|maximum context|too long|too many tokens|too large");

    private Refusals() {}

    static ChatResult of(Exchange exchange, Throwable thrown) {
        HttpResponse<?> response = exchange.response();
        Throwable failure = exchange.failure() == null ? root(thrown) : exchange.failure();
        if (response != null && response.statusCode() / 100 != 2) {
            return status(response.statusCode(), response.headers(), exchange.errorBody());
        }
        return switch (failure) {
            case BodyBeforeDeadline.TooLate late -> ChatResult.unavailable("no whole answer by the deadline");
            case BodyBeforeDeadline.Unwanted gone -> ChatResult.cancelled(Usage.NONE);
            case BodyBeforeDeadline.Endless endless -> ChatResult.badAnswer("longer than any answer", Usage.NONE);
            case IOException broken when response == null -> ChatResult.unavailable("no connection to the server");
            case IOException broken -> ChatResult.badAnswer("cut short: the connection broke off", Usage.NONE);
            default ->
                response == null
                        ? ChatResult.unavailable("it could not be asked: " + failure.getClass().getSimpleName())
                        : ChatResult.badAnswer("not the answer of a model", Usage.NONE);
        };
    }

    private static ChatResult status(int status, HttpHeaders headers, @Nullable String body) {
        String said = body == null ? "" : body;
        Matcher code = CODE.matcher(said);
        String detail = "status " + status + (code.find() ? ", " + code.group(1) : "");
        return switch (status) {
            case 400, 413, 422 ->
                status == 413 || LENGTH.matcher(said.toLowerCase(Locale.ROOT)).find()
                        ? ChatResult.tooLong(detail)
                        : ChatResult.refused(detail);
            case 429 -> ChatResult.limited(retryAfter(headers));
            case 408, 409, 425 -> ChatResult.unavailable(detail);
            default -> status >= 500 ? ChatResult.unavailable(detail) : ChatResult.refused(detail);
        };
    }

    /** Seconds, or a moment. */
    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String given = headers.firstValue("Retry-After").orElse("").strip();
        try {
            if (given.matches("[0-9]{1,6}")) {
                return Duration.ofSeconds(Long.parseLong(given));
            }
            Instant moment =
                    ZonedDateTime.parse(given, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(Instant.now(), moment);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && cause.getCause() != cause && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
