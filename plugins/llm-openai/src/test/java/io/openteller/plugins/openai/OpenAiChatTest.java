package io.openteller.plugins.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import io.openteller.testkit.ModelServer;
import io.openteller.testkit.ModelServerContract;
import io.openteller.testkit.OpenAiServer;
import io.openteller.testkit.OpenAiServer.Reply;
import io.openteller.testkit.TestCall;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiChatTest extends ModelServerContract {

    private final OpenAiServer server = new OpenAiServer();

    @Override
    protected ModelServer server() {
        return server;
    }

    @Override
    protected ChatModel model() {
        return new OpenAiChat();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("baseUrl", server.url(), "apiKey", SECRET, "models", "small, large");
    }

    @Override
    protected String limit() {
        return "length";
    }

    @Override
    protected String outOfOrder() {
        return "server_error";
    }

    @Override
    protected Reply error(Does what, String quoted) {
        return switch (what) {
            case REFUSES_KEY -> error(401, "Incorrect key " + quoted, "invalid_api_key");
            case LIMITS -> new Reply.Sends(429, "Retry-After", "7", "application/json", "{}");
            case FINDS_TOO_LONG ->
                error(400, "This model's maximum context length is 10 tokens", "context_length_exceeded");
            case REFUSES_CONTENT -> new Reply.Ends("", "content_filter");
            default -> error(500, "The server had an error", "server_error");
        };
    }

    private static Reply error(int status, String message, String code) {
        return json(status, "{\"error\":{\"message\":\"" + message
                + "\",\"type\":\"invalid_request_error\",\"code\":\"" + code + "\"}}");
    }

    @ParameterizedTest
    @CsvSource({"JSON_SCHEMA,json_schema", "JSON_OBJECT,json_object"})
    void a_server_is_held_to_a_form_as_far_as_it_can_be(String setting, String format) {
        server.does(new Reply.Says(FORMED));
        model().chat(with("structure", setting), new Asked("What?", SCHEMA));
        assertThat(received()).contains(format, "fee");
    }

    @Test
    void a_server_that_cannot_be_held_to_a_form_is_asked_in_words_and_may_fence_its_answer() {
        server.does(new Reply.Says("```json\n" + FORMED + "\n```"));
        assertThat(model().chat(with("structure", "NONE"), new Asked("What?", SCHEMA)))
                .isEqualTo(ChatResult.answered(FORMED, new ChatResult.Usage(20, 7), "test-model-1"));
        assertThat(received()).contains("It fits this JSON Schema").doesNotContain("response_format");
    }

    @Test
    void the_schema_is_sent_strict() {
        server.does(new Reply.Says(FORMED));
        model().chat(call(), new Asked("What?", SCHEMA));
        assertThat(received().replaceAll("\\s", "")).contains("\"strict\":true");
    }

    @Test
    void newer_servers_are_told_their_own_name_of_the_limit_and_no_temperature() {
        server.does(new Reply.Says(ANSWER));
        model().chat(with("newerLimits", "true"), new Asked("What?", null));
        assertThat(received()).contains("max_completion_tokens").doesNotContain("temperature", "max_tokens");
    }

    @Test
    void no_redirect_is_followed() {
        server.does(new Reply.Sends(302, "Location", "http://localhost:1/elsewhere", "text/plain", ""));
        assertThat(model().chat(call(), new Asked("What?", null))).isInstanceOf(ChatResult.Refused.class);
    }

    @Test
    void headers_that_cannot_be_read_are_named_but_not_told() {
        assertThat(model().chat(with("headers", "no colon " + SECRET), new Asked("What?", null)))
                .isEqualTo(ChatResult.refused("the setting headers cannot be read"));
    }

    @Test
    void a_deployment_of_azure_is_asked_with_its_own_header_path_and_version() {
        server.does(new Reply.Says(ANSWER));
        Map<String, String> azure = Map.of(
                "baseUrl", server.url().replace("/v1", "/openai/deployments/cards?api-version=2024-10-21"),
                "headers", "api-key: " + SECRET,
                "models", "cards");
        var call = new TestCall(bank, "call-1", Instant.now().plusSeconds(20), azure);
        assertThat(model().chat(call, new Asked("What?", null))).isInstanceOf(ChatResult.Answered.class);
        ModelServer.Asked asked = server.asked().getLast();
        assertThat(asked.path()).isEqualTo("/openai/deployments/cards/chat/completions?api-version=2024-10-21");
        assertThat(asked.headers()).containsEntry("api-key", SECRET).doesNotContainKey("authorization");
    }

    @Test
    void a_refusal_in_words_of_its_own_field_is_a_refusal() {
        server.does(json(200, "{\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                + "{\"role\":\"assistant\",\"content\":null,\"refusal\":\"I cannot say.\"}}]}"));
        assertThat(model().chat(call(), new Asked("What?", SCHEMA)))
                .isEqualTo(ChatResult.refused("the provider's rules about content"));
    }
}
