package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.plugin.Trials.Exchange;
import io.openteller.spi.CallContext;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.pf4j.ExtensionPoint;

/** Makes one call that nothing is learnt from, and listens to what goes over the wire. */
@Singleton
public class TrialCalls {

    private final Calls calls;

    TrialCalls(Calls calls) {
        this.calls = calls;
    }

    /** @param heard what went over the wire is added here, with {@code secrets} masked */
    public <P extends ExtensionPoint, R> CallOutcome<R> call(
            InForce plugin,
            Class<P> point,
            Duration within,
            List<String> secrets,
            List<Exchange> heard,
            BiFunction<P, CallContext, Outcome<R>> work) {
        Masks masks = new Masks(secrets);
        List<Exchange> safe = Collections.synchronizedList(heard);
        Call<R> call = calls.call(
                plugin,
                point,
                UUID.randomUUID().toString(),
                within,
                (extension, context) -> work.apply(extension, new HeardCall(context, masks, safe)));
        return switch (call.ended) {
            case Ended.Answered<R>(Outcome<R> answer) ->
                new CallOutcome.Answered<>(plugin.plugin(), answer, call.millis());
            case Ended.Broken<R>(String cause, boolean blamed) ->
                new CallOutcome.Failed<>(plugin.plugin(), cause, call.millis());
            case Ended.Held<R>(String cause) -> new CallOutcome.Failed<>(plugin.plugin(), cause, call.millis());
        };
    }
}
