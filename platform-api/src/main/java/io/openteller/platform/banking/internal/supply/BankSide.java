package io.openteller.platform.banking.internal.supply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.platform.connector.BankConnectors;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The one way to the plugins that supply operations. Nothing is asked for or checked here: that was done before. */
@Singleton
public class BankSide {

    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final Plugins plugins;
    private final BankConnectors connectors;

    BankSide(Plugins plugins, BankConnectors connectors) {
        this.plugins = plugins;
        this.connectors = connectors;
    }

    /**
     * One call, ready to be made.
     *
     * @param input with the bank's own ids
     */
    public record Asking(Supplier supplier, String operation, String callId, String customer, ObjectNode input) {}

    public Answer perform(Asking asking) {
        String plugin = asking.supplier().plugin();
        if (asking.supplier().typed()) {
            return Objects.requireNonNull(TypedForms.ALL.get(asking.operation()))
                    .perform(
                            plugins,
                            new TypedForm.Asked(plugin, asking.callId(), asking.customer(), asking.input()),
                            WITHIN);
        }
        return Answers.of(
                plugin,
                plugins.call(
                        plugin,
                        published(asking.supplier()),
                        OperationProvider.class,
                        asking.callId(),
                        WITHIN,
                        (provider, context) -> provider.perform(
                                context, asking.operation(), asking.customer(), asking.input().toString())),
                json -> json);
    }

    /** What the plugin runs on for it: the version stays, whatever was published since. */
    private Map<String, String> published(Supplier supplier) {
        Supplier.Edition edition = supplier.edition();
        return edition == null
                ? Map.of()
                : Map.of(
                        BankConnectors.SETTING,
                        connectors.document(edition.connector(), edition.version()).orElseThrow());
    }

    /**
     * What became of a call. The typed interfaces have no question for that; what they promise instead is that the same call
     * made again has the effect of one and gives the same result.
     */
    public Past reconcile(Asking asking) {
        if (asking.supplier().typed()) {
            return switch (perform(asking)) {
                case Answer.Told(String json, Instant asOf, var plugin, var millis) -> new Past.Performed(json, asOf);
                case Answer.Refused(String reason, var plugin, var millis) -> new Past.Never(reason);
                case Answer.Silent(String cause, var plugin, var millis) -> new Past.Unknown(cause);
                case Answer.NotAsked(String plugin) -> new Past.Unknown(plugin + " is not switched on");
            };
        }
        String plugin = asking.supplier().plugin();
        CallOutcome<OperationProvider.Past> called = plugins.call(
                plugin,
                published(asking.supplier()),
                OperationProvider.class,
                UUID.randomUUID().toString(),
                WITHIN,
                (provider, context) ->
                        provider.reconcile(context, asking.operation(), asking.customer(), asking.callId()));
        return switch (called) {
            case CallOutcome.NotEnabled<OperationProvider.Past> none ->
                new Past.Unknown(plugin + " is not switched on");
            case CallOutcome.Failed<OperationProvider.Past>(var id, String cause, var millis) -> new Past.Unknown(cause);
            case CallOutcome.Answered<OperationProvider.Past>(var id, var outcome, var millis) -> past(outcome);
        };
    }

    private static Past past(Outcome<OperationProvider.Past> outcome) {
        if (!(outcome instanceof Outcome.Done<OperationProvider.Past>(OperationProvider.Past past, Instant asOf))) {
            return new Past.Unknown("the bank does not say what became of it");
        }
        return switch (past) {
            case OperationProvider.Past.Performed(String json) -> new Past.Performed(json, asOf);
            case OperationProvider.Past.Never() -> new Past.Never("the bank did not do it");
            case OperationProvider.Past.Unknown() -> new Past.Unknown("the bank's books cannot say");
        };
    }
}
