package io.openteller.plugins.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import io.openteller.testkit.AnthropicServer;
import io.openteller.testkit.ModelServer;
import io.openteller.testkit.ModelServerContract;
import io.openteller.testkit.OpenAiServer.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnthropicChatTest extends ModelServerContract {

    private final AnthropicServer server = new AnthropicServer();

    @Override
    protected ModelServer server() {
        return server;
    }

    @Override
    protected ChatModel model() {
        return new AnthropicChat();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("baseUrl", server.url(), "apiKey", SECRET, "models", "small, large");
    }

    @Override
    protected String limit() {
        return "max_tokens";
    }

    @Override
    protected String outOfOrder() {
        return "overloaded_error";
    }

    @Override
    protected Reply error(Does what, String quoted) {
        return switch (what) {
            case REFUSES_KEY -> error(401, "invalid x-api-key " + quoted, "authentication_error");
            case LIMITS -> new Reply.Sends(429, "retry-after", "7", "application/json", "{}");
            case FINDS_TOO_LONG -> error(400, "prompt is too long: 12 tokens > 10 maximum", "invalid_request_error");
            case REFUSES_CONTENT -> new Reply.Ends("", "refusal");
            default -> error(529, "Overloaded", "overloaded_error");
        };
    }

    private static Reply error(int status, String message, String code) {
        return json(status, "{\"type\":\"error\",\"error\":{\"type\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }

    @Override
    protected boolean nameless() {
        return false;
    }

    @Test
    void the_key_and_the_version_go_along() {
        server.does(new Reply.Says(ANSWER));
        model().chat(call(), new Asked("What?", null));
        assertThat(server.asked().getLast().path()).isEqualTo("/v1/messages");
        assertThat(server.asked().getLast().headers())
                .containsEntry("x-api-key", SECRET)
                .containsEntry("anthropic-version", "2023-06-01");
    }

    @Test
    void a_model_that_cannot_be_held_to_a_form_is_asked_in_words() {
        server.does(new Reply.Says(FORMED));
        model().chat(with("structure", "NONE"), new Asked("What?", SCHEMA));
        assertThat(received()).contains("It fits this JSON Schema").doesNotContain("output_config");
        model().chat(call(), new Asked("What?", SCHEMA));
        assertThat(received()).contains("output_config");
    }

    @Test
    void what_is_used_up_says_when_it_is_there_again() {
        server.does(new Reply.Sends(429, "retry-after-ms", "1500", "application/json", "{}"));
        assertThat(model().chat(call(), new Asked("What?", null)))
                .isEqualTo(ChatResult.limited(Duration.ofMillis(1_500)));
    }
}
