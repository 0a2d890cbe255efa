package io.openteller.platform.banking.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.TrialBank;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.banking.OperationProvider;
import jakarta.inject.Singleton;
import java.time.Duration;

@Singleton
class SandboxTrials implements TrialBank {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Plugins plugins;
    private final ObjectMapper json = new ObjectMapper();

    SandboxTrials(Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public BankResult<ObjectNode> perform(String customerRef, String callId, String operation, ObjectNode arguments) {
        CallOutcome<String> called = plugins.call(
                PLUGIN,
                OperationProvider.class,
                callId,
                WITHIN,
                (provider, call) -> provider.perform(call, operation, customerRef, arguments.toString()));
        return switch (BankCalls.told(called, "the plugin " + PLUGIN + " is not switched on")) {
            case BankResult.Done<String>(String result, var asOf, String plugin, long millis) ->
                new BankResult.Done<>(read(result), asOf, plugin, millis);
            case BankResult.NeedsStepUp<String> none -> new BankResult.NeedsStepUp<>();
            case BankResult.Refused<String>(String reason, String plugin, long millis) ->
                new BankResult.Refused<>(reason, plugin, millis);
            case BankResult.Unavailable<String>(String cause, String plugin, long millis) ->
                new BankResult.Unavailable<>(cause, plugin, millis);
        };
    }

    private ObjectNode read(String result) {
        try {
            return (ObjectNode) json.readTree(result);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the made-up bank answers with something else than JSON", broken);
        }
    }
}
