package io.openteller.plugins.gemini;

import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.testkit.EmbeddingModelContract;
import io.openteller.testkit.ModelServer;
import io.openteller.testkit.GeminiServer;
import io.openteller.testkit.OpenAiServer.Reply;
import java.util.Map;

class GeminiEmbeddingsTest extends EmbeddingModelContract {

    private final GeminiServer server = new GeminiServer();

    @Override
    protected ModelServer server() {
        return server;
    }

    @Override
    protected EmbeddingModel model() {
        return new GeminiEmbeddings();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("baseUrl", server.url(), "apiKey", SECRET, "models", "small", "embeddingModels", "near, far");
    }

    @Override
    protected Reply refusal(String quoted) {
        return new Reply.Sends(400, "", "", "application/json", "{\"error\":{\"message\":\"API key not valid " + quoted
                + "\",\"status\":\"INVALID_ARGUMENT\"}}");
    }
}
