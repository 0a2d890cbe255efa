package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Acknowledged;
import io.openteller.bench.patrons.Script;
import io.openteller.bench.patrons.Tally;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where customers talk.
 *
 * @param model the one that the banks may ask; null if they have none
 */
record Stage(
        Plan plan,
        Machine machine,
        Gateway phone,
        List<SandboxBank> banks,
        Map<String, Script> scripts,
        List<PlatformProcess> platforms,
        List<Client> clients,
        @Nullable SlowModel model,
        Tally tally,
        Acknowledged acknowledged,
        Progress progress) {

    private static final Duration SETTLING = Duration.ofSeconds(15);

    /** Lets those who talk already settle, and measures then. */
    Measured measure(Tally tally, Duration settling) {
        Visit.pause(settling.toMillis());
        Costs before = costs();
        long begun = System.nanoTime();
        tally.measure(true);
        double waiting = tellOften(tally, begun);
        tally.measure(false);
        Duration time = Duration.ofNanos(System.nanoTime() - begun);
        return new Measured(tally, time, costs().since(before), waiting);
    }

    /** Long enough for what is underway from the time before. */
    Measured measure(Tally tally) {
        return measure(tally, plan.warming().compareTo(SETTLING) < 0 ? plan.warming() : SETTLING);
    }

    private Costs costs() {
        return Costs.now(machine.database(), banks.getFirst().id(), platforms);
    }

    /** @return how many turns were waiting for their answer, on average of once a second */
    private double tellOften(Tally of, long begun) {
        long total = plan.steady().toSeconds();
        long last = of.turns();
        long waiting = 0;
        for (long second = 1; second <= total; second++) {
            Visit.pause(Math.max(0, second * 1000 - (System.nanoTime() - begun) / 1_000_000));
            waiting += of.inFlight();
            if (second % 10 == 0 || second == total) {
                long now = of.turns();
                int filled = (int) (second * 30 / total);
                progress.say("[%s%s] %d of %d s, %d turns, %.0f a second".formatted(
                        "#".repeat(filled), ".".repeat(30 - filled), second, total, now, (now - last) / 10.0));
                last = now;
            }
        }
        return waiting / (double) total;
    }
}
