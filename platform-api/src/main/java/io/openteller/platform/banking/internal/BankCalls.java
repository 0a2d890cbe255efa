package io.openteller.platform.banking.internal;

import io.openteller.platform.banking.BankResult;
import io.openteller.platform.banking.Caller;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.CallContext;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/** The one way to a banking plugin: the caller's assurance is checked here, before anything else happens. */
@Singleton
class BankCalls {

    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final Plugins plugins;

    BankCalls(Plugins plugins) {
        this.plugins = plugins;
    }

    <P extends ExtensionPoint, T> BankResult<T> read(
            Class<P> point, Caller caller, Assurance needed, BiFunction<P, CallContext, Outcome<T>> work) {
        return call(point, caller, needed, UUID.randomUUID().toString(), work);
    }

    <P extends ExtensionPoint, T> BankResult<T> call(
            Class<P> point,
            Caller caller,
            Assurance needed,
            String callId,
            BiFunction<P, CallContext, Outcome<T>> work) {
        if (caller.assurance().compareTo(needed) < 0) {
            return new BankResult.NeedsStepUp<>();
        }
        return told(plugins.call(point, callId, WITHIN, work), "no plugin is enabled for " + point.getSimpleName());
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
