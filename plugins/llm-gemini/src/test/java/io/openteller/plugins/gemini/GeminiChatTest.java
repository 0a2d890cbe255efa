package io.openteller.plugins.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.ChatMessage;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ToolCall;
import io.openteller.testkit.GeminiServer;
import io.openteller.testkit.ModelServer;
import io.openteller.testkit.ModelServerContract;
import io.openteller.testkit.OpenAiServer.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeminiChatTest extends ModelServerContract {

    private final GeminiServer server = new GeminiServer();

    @Override
    protected ModelServer server() {
        return server;
    }

    @Override
    protected ChatModel model() {
        return new GeminiChat();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "baseUrl", server.url(), "apiKey", SECRET, "models", "small, large", "embeddingModels", "near");
    }

    @Override
    protected String limit() {
        return "MAX_TOKENS";
    }

    @Override
    protected String outOfOrder() {
        return "UNAVAILABLE";
    }

    @Override
    protected Reply error(Does what, String quoted) {
        return switch (what) {
            case REFUSES_KEY -> error(400, "API key not valid " + quoted, "INVALID_ARGUMENT");
            case LIMITS -> json(429, "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":"
                    + "\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"7s\"}]}}");
            case FINDS_TOO_LONG ->
                error(400, "The input token count (12) exceeds the maximum number of tokens allowed (10).", "INVALID_ARGUMENT");
            case REFUSES_CONTENT -> new Reply.Ends("", "SAFETY");
            default -> error(503, "The model is overloaded.", "UNAVAILABLE");
        };
    }

    private static Reply error(int status, String message, String code) {
        return json(status, "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\",\"status\":\"" + code + "\"}}");
    }

    @Test
    void the_key_goes_along_as_a_header_and_never_in_the_address() {
        server.does(new Reply.Says(ANSWER));
        model().chat(call(), new Asked("What?", null));
        assertThat(server.asked().getLast().path()).isEqualTo("/v1beta/models/small:generateContent");
        assertThat(server.asked().getLast().headers()).containsEntry("x-goog-api-key", SECRET);
    }

    @Test
    void a_prompt_that_is_blocked_is_refused() {
        server.does(json(200, "{\"promptFeedback\":{\"blockReason\":\"PROHIBITED_CONTENT\"},\"usageMetadata\":"
                + "{\"promptTokenCount\":20,\"totalTokenCount\":20}}"));
        assertThat(model().chat(call(), new Asked("What?", null)))
                .isEqualTo(ChatResult.refused("the provider's rules about content"));
    }

    @Test
    void what_a_model_signed_before_a_call_goes_back_with_its_result() {
        var signed = new ToolCall("fc-1~c2lnbmVk", "card_fee", "{\"kind\":\"gold\"}");
        server.does(new Reply.Calls("", List.of(signed)));
        for (ChatResult result : List.of(
                model().chat(call(), new Asked("What?", null).with(TOOLS)),
                model().stream(call(), new Asked("What?", null).with(TOOLS), piece -> true))) {
            var calls = ((ChatResult.Answered) result).toolCalls();
            model().chat(call(), new Asked("What?", null).with(TOOLS).after(
                    new Said(ChatMessage.Role.ASSISTANT, "", calls, null, List.of()),
                    new Said(ChatMessage.Role.TOOL, "6", List.of(), calls.getFirst().id(), List.of())));
            assertThat(received().replaceAll("\\s", ""))
                    .contains("\"thoughtSignature\":\"c2lnbmVk\"", "\"id\":\"fc-1\"")
                    .doesNotContain("~");
        }
    }
}
