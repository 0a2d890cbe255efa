package io.openteller.bench.faults.wild;

import io.openteller.spi.CallContext;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.llm.ChatModel;
import java.util.List;
import java.util.stream.Stream;
import org.pf4j.Extension;

/** Says of itself that all is well. */
@Extension
public final class WildPlugin implements OpentellerPlugin {

    @Override
    public String name() {
        return "Wild";
    }

    @Override
    public String settingsSchema() {
        return "{\"type\": \"object\"}";
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(Capability.of(
                ChatModel.class,
                Stream.of("models", "chat", "stream")
                        .map(name -> new Operation(name, RiskClass.READ, Assurance.ANONYMOUS, true, true))
                        .toArray(Operation[]::new)));
    }

    @Override
    public Health check(CallContext context) {
        return Health.up("fine");
    }
}
