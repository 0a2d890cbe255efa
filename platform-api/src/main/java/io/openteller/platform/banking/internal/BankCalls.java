package io.openteller.platform.banking.internal;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.banking.internal.choice.KnownChoices;
import io.openteller.platform.banking.internal.supply.Candidates.Pick;
import io.openteller.platform.banking.internal.supply.Choice;
import io.openteller.platform.banking.internal.supply.Supplier;
import io.openteller.platform.banking.internal.supply.Suppliers;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/**
 * The one way to a banking plugin's typed interfaces: the caller's assurance is checked here, before anything else happens, and
 * which plugin is asked is what the bank chose for the operation that it is the typed form of.
 */
@Singleton
class BankCalls {

    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final Plugins plugins;
    private final KnownChoices choices;

    BankCalls(Plugins plugins, KnownChoices choices) {
        this.plugins = plugins;
        this.choices = choices;
    }

    /**
     * An operation in its typed form.
     *
     * @param name as the catalogue has it
     */
    record Typed<P extends ExtensionPoint>(Class<P> point, String name) {}

    <P extends ExtensionPoint, T> BankResult<T> read(
            Typed<P> operation, Caller caller, Assurance needed, BiFunction<P, CallContext, Outcome<T>> work) {
        return call(operation, caller, needed, UUID.randomUUID().toString(), work);
    }

    <P extends ExtensionPoint, T> BankResult<T> call(
            Typed<P> operation,
            Caller caller,
            Assurance needed,
            String callId,
            BiFunction<P, CallContext, Outcome<T>> work) {
        return caller.assurance().compareTo(needed) < 0
                ? new BankResult.NeedsStepUp<>()
                : ask(pick(operation), operation, callId, work);
    }

    private <P extends ExtensionPoint, T> BankResult<T> ask(
            Pick pick, Typed<P> operation, String callId, BiFunction<P, CallContext, Outcome<T>> work) {
        return switch (pick) {
            case Pick.One(Supplier supplier, var scope) ->
                told(plugins.call(supplier.plugin(), operation.point(), callId, WITHIN, work), none(operation));
            case Pick.Nobody() -> new BankResult.Unavailable<>(none(operation), "", 0);
            case Pick.Unchosen(String why) -> new BankResult.Unavailable<>(why, "", 0);
            case Pick.Gone(var supplier, var scope, String why) -> new BankResult.Unavailable<>(why, "", 0);
        };
    }

    /** The same, on something that an earlier result named: nobody but who named it is asked. */
    <P extends ExtensionPoint, T> BankResult<T> callOn(
            Issued issued,
            Typed<P> operation,
            Caller caller,
            Assurance needed,
            String callId,
            BiFunction<P, CallContext, Outcome<T>> work) {
        if (caller.assurance().compareTo(needed) < 0) {
            return new BankResult.NeedsStepUp<>();
        }
        Pick pick = pick(operation);
        return pick instanceof Pick.One(Supplier supplier, var scope) && !supplier.id().equals(issued.issuer())
                ? new BankResult.Unavailable<>(
                        "it was named by " + issued.issuer() + ", which does not supply " + operation.name(), "", 0)
                : ask(pick, operation, callId, work);
    }

    private Pick pick(Typed<?> operation) {
        OperationSpec spec = Catalogue.standard().find(operation.name()).orElseThrow();
        Optional<Choice> choice = choices.of(spec.name());
        return Suppliers.typed(plugins.offering(operation.point())).pick(spec, choice.orElse(null));
    }

    private static String none(Typed<?> operation) {
        return "no plugin is enabled for " + operation.point().getSimpleName();
    }

    /** @param ifNone what operators are told when no plugin was there */
    static <T> BankResult<T> told(CallOutcome<T> called, String ifNone) {
        return switch (called) {
            case CallOutcome.NotEnabled<T> none -> new BankResult.Unavailable<>(ifNone, "", 0);
            case CallOutcome.Failed<T>(String plugin, String cause, long millis) ->
                new BankResult.Unavailable<>(cause, plugin, millis);
            case CallOutcome.Answered<T>(String plugin, Outcome<T> outcome, long millis) ->
                switch (outcome) {
                    case Outcome.Done<T>(T value, var asOf) -> new BankResult.Done<>(value, asOf, plugin, millis);
                    case Outcome.NotFound<T>(String what) ->
                        new BankResult.Refused<>("the bank knows no such " + what, plugin, millis);
                    case Outcome.Refused<T>(String reason) -> new BankResult.Refused<>(reason, plugin, millis);
                    case Outcome.Unavailable<T>(String detail) -> new BankResult.Unavailable<>(detail, plugin, millis);
                };
        };
    }
}
