package io.openteller.plugins.ollama;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.llm.ChatModel;
import io.openteller.spi.llm.EmbeddingModel;
import java.util.List;
import org.pf4j.Extension;

/** Ollama, as the platform sees them. */
@Extension
public final class OllamaPlugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "Ollama";
    }

    @Override
    public String settingsSchema() {
        return OllamaSettings.SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(
                Capability.of(ChatModel.class, reading("models"), reading("chat"), reading("stream")),
                Capability.of(EmbeddingModel.class, reading("embeddingModels"), reading("embed")));
    }

    private static Operation reading(String name) {
        return new Operation(name, RiskClass.READ, Assurance.ANONYMOUS, true, true);
    }

    @Override
    public Health check(CallContext context) {
        return Ollama.MODELS.check(context);
    }
}
