package io.openteller.platform.banking.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.TrialBank;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.Outcome;
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
        return switch (called) {
            case CallOutcome.NotEnabled<String> none ->
                new BankResult.Unavailable<>("the plugin " + PLUGIN + " is not switched on", "", 0);
            case CallOutcome.Failed<String>(String plugin, String cause, long millis) ->
                new BankResult.Unavailable<>(cause, plugin, millis);
            case CallOutcome.Answered<String>(String plugin, Outcome<String> outcome, long millis) ->
                switch (outcome) {
                    case Outcome.Done<String>(String result, var asOf) ->
                        new BankResult.Done<>(read(result), asOf, plugin, millis);
                    case Outcome.NotFound<String>(String what) ->
                        new BankResult.Refused<>("the bank knows no such " + what, plugin, millis);
                    case Outcome.Refused<String>(String reason) -> new BankResult.Refused<>(reason, plugin, millis);
                    case Outcome.Unavailable<String>(String detail) ->
                        new BankResult.Unavailable<>(detail, plugin, millis);
                };
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
