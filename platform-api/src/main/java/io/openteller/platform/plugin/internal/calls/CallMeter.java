package io.openteller.platform.plugin.internal.calls;

import io.micrometer.core.instrument.MeterRegistry;
import io.openteller.platform.plugin.CallOutcome;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long plugins take, and what comes of it. */
@Singleton
class CallMeter {

    private final MeterRegistry meters;

    CallMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(CallOutcome<?> called) {
        String bank = CurrentTenant.get().slug().value();
        meters.timer("openteller.plugin.calls", "bank", bank, "plugin", called.plugin(), "outcome", named(called))
                .record(Duration.ofMillis(called.millis()));
    }

    private static String named(CallOutcome<?> called) {
        return switch (called) {
            case CallOutcome.Answered<?> answered ->
                switch (answered.outcome()) {
                    case Outcome.Done<?> done -> "done";
                    case Outcome.NotFound<?> missing -> "not-found";
                    case Outcome.Refused<?> refused -> "refused";
                    case Outcome.Unavailable<?> unavailable -> "unavailable";
                };
            case CallOutcome.Failed<?> failed -> "failed";
            case CallOutcome.NotEnabled<?> none -> "not-enabled";
        };
    }
}
