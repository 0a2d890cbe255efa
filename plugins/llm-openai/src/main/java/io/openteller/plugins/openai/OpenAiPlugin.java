package io.openteller.plugins.openai;

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

/** Models of OpenAI and compatible servers, as the platform sees them. */
@Extension
public final class OpenAiPlugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "OpenAI and compatible servers";
    }

    @Override
    public String settingsSchema() {
        return OpenAiSettings.SPEC.schema();
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
        return OpenAi.MODELS.check(context);
    }
}
