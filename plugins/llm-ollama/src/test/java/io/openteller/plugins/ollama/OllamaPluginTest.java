package io.openteller.plugins.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.EmbeddingModel;
import io.openteller.testkit.OllamaServer;
import io.openteller.testkit.PluginContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

class OllamaPluginTest extends PluginContract {

    private final OllamaServer server = new OllamaServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected OpentellerPlugin plugin() {
        return new OllamaPlugin();
    }

    @Override
    protected List<Class<? extends ExtensionPoint>> points() {
        return List.of(ChatModel.class, EmbeddingModel.class);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("baseUrl", server.url(), "apiKey", "some-key", "models", "small, large");
    }

    @Override
    protected void restart() {
        // It holds nothing open.
    }

    @Test
    void a_server_that_is_gone_is_no_good_health() {
        server.close();
        assertThat(plugin().check(call())).isEqualTo(new OpentellerPlugin.Health(false, "the server does not answer"));
    }
}
