package io.openteller.bench.faults;

import io.openteller.bench.processes.Killing;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** SIGKILL, whatever the node does at that moment. */
final class KilledAtRandom extends Scenario {

    private static final Duration ABOUT = Duration.ofSeconds(6);
    private static final Duration WHILE = Duration.ofSeconds(35);

    KilledAtRandom() {
        super(
                "killed-at-random",
                "What was acknowledged is there, is answered once and within its deadline by whoever is left; a node that is"
                        + " started again answers within 10 s of being ready.",
                "messages are acknowledged first and stored a moment later");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        Talk talk = Talk.begin(ground, List.of(ground.toFirst(), ground.toSecond()));
        Killing killing = Killing.begin(ground.first(), ABOUT, new Random(11), findings::note);
        List<Duration> starts;
        try {
            Thread.sleep(WHILE);
        } finally {
            starts = killing.end();
        }
        findings.hold(!starts.isEmpty(), "nothing was killed");
        findings.recovered("kill to ready, at most", starts.stream().max(Duration::compareTo).orElse(null));
        Duration answered = Probe.answered(ground, ground.toFirst(), Duration.ofSeconds(10));
        findings.recovered("ready to a first answer", answered);
        findings.hold(talk.end() > 0, "nobody was answered at all");
    }
}
