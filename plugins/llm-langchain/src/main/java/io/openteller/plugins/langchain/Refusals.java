package io.openteller.plugins.langchain;

import dev.langchain4j.exception.ContentFilteredException;
import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.HttpAnswer;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import org.jspecify.annotations.Nullable;

/** What it means when no answer came. */
final class Refusals {

    static final ChatResult BLOCKED = ChatResult.refused("the provider's rules about content");

    private Refusals() {}

    /** @param exchange null if it did not come that far */
    static ChatResult of(@Nullable Exchange exchange, @Nullable Throwable thrown) {
        if (exchange == null) {
            return unasked(thrown);
        }
        HttpAnswer answer = exchange.answer();
        String said = exchange.error();
        HttpFault fault = exchange.fault();
        if (fault != null) {
            return fault(fault, answer != null);
        }
        if (answer != null && exchange.refused()) {
            return status(answer, said == null ? "" : said);
        }
        if (answer != null && said != null) {
            return midway(answer, said);
        }
        if (answer == null) {
            return unasked(thrown);
        }
        if (exchange.blocked() || thrown instanceof ContentFilteredException) {
            return BLOCKED;
        }
        return ChatResult.badAnswer("not the answer of a model", Usage.NONE);
    }

    private static ChatResult unasked(@Nullable Throwable thrown) {
        return thrown instanceof IllegalArgumentException settings
                ? ChatResult.refused(String.valueOf(settings.getMessage()))
                : ChatResult.unavailable(
                        "it could not be asked" + (thrown == null ? "" : ": " + thrown.getClass().getSimpleName()));
    }

    private static ChatResult fault(HttpFault fault, boolean begun) {
        return switch (fault.kind()) {
            case NOT_ALLOWED -> ChatResult.refused("the server may not be reached: " + fault.getMessage());
            case TOO_SLOW -> ChatResult.unavailable("no whole answer by the deadline");
            case TOO_LARGE -> ChatResult.badAnswer("longer than any answer", Usage.NONE);
            case CANCELLED -> ChatResult.cancelled(Usage.NONE);
            default ->
                begun
                        ? ChatResult.badAnswer("cut short: the connection broke off", Usage.NONE)
                        : ChatResult.unavailable("no connection to the server");
        };
    }

    private static ChatResult status(HttpAnswer answer, String said) {
        int status = answer.status();
        String detail = "status " + status + Errors.code(said);
        if (status == 413 || (status == 400 || status == 422 || status >= 500) && Errors.tooLong(said)) {
            return ChatResult.tooLong(detail);
        }
        return switch (status) {
            case 429, 402 -> ChatResult.limited(Rests.of(answer, said));
            case 408, 409, 425, 498, 499 -> ChatResult.unavailable(detail);
            default -> status >= 500 ? ChatResult.unavailable(detail) : ChatResult.refused(detail);
        };
    }

    /** In place of an answer, or in the middle of one, under a status that says nothing. */
    private static ChatResult midway(HttpAnswer answer, String said) {
        String detail = "an error instead of an answer" + Errors.code(said);
        if (Errors.tooLong(said)) {
            return ChatResult.tooLong(detail);
        }
        if (Errors.limit(said)) {
            return ChatResult.limited(Rests.of(answer, said));
        }
        return Errors.down(said) || Errors.code(said).isEmpty()
                ? ChatResult.unavailable(detail)
                : ChatResult.refused(detail);
    }
}
