package io.openteller.bench.faults;

import io.openteller.bench.Progress;
import io.openteller.bench.canaries.Canaries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one scenario.
 *
 * @param planted whether a bug was there to be found
 * @param canaries of all that left the platforms of its ground, whichever scenario was on it
 */
record Outcome(Scenario scenario, boolean planted, Findings findings, Canaries canaries) {

    boolean isHeld() {
        return findings.breaches().isEmpty();
    }

    /** One after the other on the same ground; one that failed leaves it to nobody. */
    static List<Outcome> of(List<Scenario> scenarios, Path demo, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        Ground ground = null;
        try {
            for (Scenario scenario : scenarios) {
                if (ground == null) {
                    ground = Ground.open(demo, null, progress);
                }
                Outcome outcome = tried(scenario, ground, false, progress);
                outcomes.add(outcome);
                if (!outcome.isHeld()) {
                    ground.close();
                    ground = null;
                }
            }
        } finally {
            if (ground != null) {
                ground.close();
            }
        }
        return outcomes;
    }

    /** Each on a ground of its own, with its bug. */
    static List<Outcome> planted(List<Scenario> scenarios, Path demo, Progress progress) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            try (Ground ground = Ground.open(demo, scenario.name(), progress)) {
                outcomes.add(tried(scenario, ground, true, progress));
            }
        }
        return outcomes;
    }

    private static Outcome tried(Scenario scenario, Ground ground, boolean planted, Progress progress) {
        progress.say("--- " + scenario.name() + (planted ? ", planted: " + scenario.planted() : ""));
        progress.say("must hold: " + scenario.mustHold());
        Findings findings = new Findings();
        try {
            scenario.run(ground, findings);
            // What was found already needs no looking for more: it may never come to rest.
            if (!planted || findings.breaches().isEmpty()) {
                ground.settle(findings);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            findings.breach("stopped");
        } catch (RuntimeException surprise) {
            findings.breach("it could not be tried to its end: " + surprise);
        }
        ground.canaries().leaks().forEach(leak -> findings.breach("another bank's word on the way " + leak));
        findings.times().forEach((from, took) ->
                progress.say("%s: %.1f s".formatted(from, took.toMillis() / 1000.0)));
        findings.breaches().forEach(breach -> progress.say("BREACH " + breach));
        progress.say(findings.breaches().isEmpty() ? "held" : "FAILED");
        return new Outcome(scenario, planted, findings, ground.canaries());
    }
}
