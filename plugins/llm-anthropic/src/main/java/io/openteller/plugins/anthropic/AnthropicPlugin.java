package io.openteller.plugins.anthropic;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.llm.ChatModel;
import java.util.List;
import org.pf4j.Extension;

/** Anthropic's models, as the platform sees them. */
@Extension
public final class AnthropicPlugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "Anthropic's models";
    }

    @Override
    public String settingsSchema() {
        return AnthropicSettings.SPEC.schema();
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.of(ChatModel.class, reading("models"), reading("chat"), reading("stream")));
    }

    private static Operation reading(String name) {
        return new Operation(name, RiskClass.READ, Assurance.ANONYMOUS, true, true);
    }

    @Override
    public Health check(CallContext context) {
        return Anthropic.MODELS.check(context);
    }
}
