package io.openteller.plugins.ollama;

import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.testkit.EmbeddingModelContract;
import io.openteller.testkit.ModelServer;
import io.openteller.testkit.OllamaServer;
import io.openteller.testkit.OpenAiServer.Reply;
import java.util.Map;

class OllamaEmbeddingsTest extends EmbeddingModelContract {

    private final OllamaServer server = new OllamaServer();

    @Override
    protected ModelServer server() {
        return server;
    }

    @Override
    protected EmbeddingModel model() {
        return new OllamaEmbeddings();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("baseUrl", server.url(), "apiKey", SECRET, "models", "small", "embeddingModels", "near, far");
    }

    @Override
    protected Reply refusal(String quoted) {
        return new Reply.Sends(401, "", "", "application/json", "{\"error\":{\"message\":\"Incorrect key " + quoted
                + "\",\"code\":\"invalid_api_key\"}}");
    }
}
