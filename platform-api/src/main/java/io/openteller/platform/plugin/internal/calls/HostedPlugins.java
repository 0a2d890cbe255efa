package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Plugins;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/** Finds the plugin that the bank uses, calls it unless it is held back, and keeps what is to be learnt from it. */
@Singleton
class HostedPlugins implements Plugins {

    private final BankVersions banks;
    private final Calls calls;
    private final Records records;
    private final CallMeter meter;

    HostedPlugins(BankVersions banks, Calls calls, Records records, CallMeter meter) {
        this.banks = banks;
        this.calls = calls;
        this.records = records;
        this.meter = meter;
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        return called(
                banks.inForce().stream().filter(one -> one.offers(point)).findFirst(), point, callId, within, work);
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin, Class<P> point, String callId, Duration within, BiFunction<P, CallContext, Outcome<R>> work) {
        return call(plugin, Map.of(), point, callId, within, work);
    }

    @Override
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            String plugin,
            Map<String, String> published,
            Class<P> point,
            String callId,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work) {
        Optional<InForce> named = banks.inForce().stream()
                .filter(one -> one.plugin().equals(plugin) && one.offers(point))
                .findFirst()
                .map(one -> published.isEmpty() ? one : one.on(published));
        return called(named, point, callId, within, work);
    }

    @Override
    public List<String> offering(Class<? extends ExtensionPoint> point) {
        return banks.inForce().stream()
                .filter(one -> one.offers(point))
                .map(InForce::plugin)
                .toList();
    }

    private <P extends ExtensionPoint, R> CallOutcome<R> called(
            Optional<InForce> target,
            Class<P> point,
            String callId,
            Duration within,
            BiFunction<P, CallContext, Outcome<R>> work) {
        if (target.isEmpty()) {
            return new CallOutcome.NotEnabled<>();
        }
        InForce plugin = target.get();
        Quarantined held = plugin.quarantined();
        if (held != null) {
            records.held(plugin.plugin(), point.getSimpleName());
            return new CallOutcome.Failed<>(plugin.plugin(), Quarantine.words(held), 0);
        }
        Call<R> call = calls.call(plugin, point, callId, within, work);
        records.keep(plugin, call);
        CallOutcome<R> outcome =
                switch (call.ended) {
                    case Ended.Answered<R>(Outcome<R> answer) ->
                        new CallOutcome.Answered<>(plugin.plugin(), answer, call.millis());
                    case Ended.Broken<R>(String cause, boolean blamed) ->
                        new CallOutcome.Failed<>(plugin.plugin(), cause, call.millis());
                    case Ended.Held<R>(String cause) -> new CallOutcome.Failed<>(plugin.plugin(), cause, call.millis());
                };
        meter.count(outcome);
        return outcome;
    }
}
