package io.openteller.plugins.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.llm.ChatModel;
import io.openteller.testkit.OllamaServer;
import io.openteller.testkit.ModelServer;
import io.openteller.testkit.ModelServerContract;
import io.openteller.testkit.OpenAiServer.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OllamaChatTest extends ModelServerContract {

    private final OllamaServer server = new OllamaServer();

    @Override
    protected ModelServer server() {
        return server;
    }

    @Override
    protected ChatModel model() {
        return new OllamaChat();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "baseUrl", server.url(), "apiKey", SECRET, "models", "small, large", "embeddingModels", "near");
    }

    @Override
    protected String limit() {
        return "length";
    }

    @Override
    protected String outOfOrder() {
        return "exit status 2";
    }

    @Override
    protected Reply error(Does what, String quoted) {
        return switch (what) {
            case REFUSES_KEY -> error(401, "unauthorized " + quoted, "");
            case LIMITS -> new Reply.Sends(429, "Retry-After", "7", "application/json", "{}");
            case FINDS_TOO_LONG -> error(400, "the input length exceeds the context length", "");
            case REFUSES_CONTENT -> error(403, "this model is not for you", "");
            default -> error(500, "llama runner process has terminated", "");
        };
    }

    private static Reply error(int status, String message, String code) {
        return json(status, "{\"error\":\"" + message + code + "\"}");
    }

    @Test
    void the_context_is_as_large_as_the_setting_says() {
        server.does(new Reply.Says(ANSWER));
        model().chat(with("contextTokens", "8192"), new Asked("What?", null));
        assertThat(received().replaceAll("\\s", "")).contains("\"num_ctx\":8192", "\"num_predict\":50");
        assertThat(server.asked().getLast().headers()).containsEntry("authorization", "Bearer " + SECRET);
    }
}
