package io.openteller.bench.faults;

import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A partner's plugin does what none may do, while one bank asks it and another bank has nothing to do with it. */
final class PluginRunsWild extends Scenario {

    private static final List<String> WAYS =
            List.of("hangs", "throws", "deep-error", "says-null", "says-too-much", "takes-all-memory", "exits");
    private static final int CALL_MILLIS = 1_500;
    private static final int TRIES = 5;
    private static final Duration ANSWERED = Duration.ofSeconds(8);
    private static final Duration OTHERS_ANSWERED = Duration.ofSeconds(5);
    private static final Duration CALLED_AGAIN = Duration.ofSeconds(30);

    PluginRunsWild() {
        super(
                "plugin-runs-wild",
                "Whatever a partner's plugin does, the customer has one reply within 8 s in the bank's own words, another bank's"
                        + " customers are answered within 5 s, and the plugin is called again when it behaves.",
                "a call of a plugin may take as long as the plugin likes");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().get(1);
        try {
            for (String way : WAYS) {
                mayBeCalled(ground, bank);
                ModelRoute.to(ground.first(), bank, WildPackage.ID, way, CALL_MILLIS);
                // The other node takes some of the turns, and may not know of this model yet.
                for (int i = 0; i < TRIES && calls(ground, bank, way) == 0; i++) {
                    ask(ground, bank, way, findings);
                }
                findings.hold(calls(ground, bank, way) > 0, "the plugin was not called: nothing was tried with " + way);
            }
            behaves(ground, bank, findings);
        } finally {
            ModelRoute.off(ground.second(), bank);
        }
    }

    private static void ask(Ground ground, SandboxBank bank, String way, Findings findings) {
        Optional<Chat> opened = Chat.open(
                ground, bank, way.hashCode() & 7, ground.toFirst(), ground.toFirst(), Duration.ofSeconds(10));
        if (opened.isEmpty()) {
            findings.breach("no session while a plugin " + way);
            return;
        }
        try (Chat chat = opened.get()) {
            Optional<Chat.Said> said = chat.say(Questions.ONE, Duration.ofSeconds(5));
            long begun = System.nanoTime();
            Duration other = Probe.answered(ground, ground.toFirst(), Duration.ofSeconds(10));
            findings.hold(
                    other != null && other.compareTo(OTHERS_ANSWERED) <= 0,
                    "another bank's customer was answered after " + other + " while a plugin " + way);
            Duration left = ANSWERED.minusNanos(System.nanoTime() - begun);
            findings.hold(
                    said.isPresent() && chat.isAnswered(said.get().seq(), left.isNegative() ? Duration.ZERO : left),
                    "no reply within " + ANSWERED.toSeconds() + " s while a plugin " + way);
            findings.hold(chat.visit().isAssistants(), "a person has it because a plugin " + way);
        }
    }

    private static void behaves(Ground ground, SandboxBank bank, Findings findings) throws InterruptedException {
        ModelRoute.to(ground.first(), bank, WildPackage.ID, "well", CALL_MILLIS);
        long begun = System.nanoTime();
        while (said(ground, bank) == 0 && System.nanoTime() - begun < CALLED_AGAIN.toNanos()) {
            ask(ground, bank, "well", findings);
        }
        findings.recovered(
                "a plugin behaves again", said(ground, bank) == 0 ? null : Duration.ofNanos(System.nanoTime() - begun));
    }

    /** One that failed too often in a row is held back until a check of it goes well. */
    private static void mayBeCalled(Ground ground, SandboxBank bank) {
        long end = System.nanoTime() + CALLED_AGAIN.toNanos();
        while (System.nanoTime() < end
                && count(ground, bank, "SELECT count(*) FROM plugin_quarantine WHERE plugin_id = 'wild' AND lifted_at IS NULL") > 0) {
            Visit.pause(500);
        }
    }

    private static long calls(Ground ground, SandboxBank bank, String way) {
        // What is known of a call is written a moment after it.
        Visit.pause(1_000);
        return count(
                ground,
                bank,
                "SELECT count(*) FROM model_call WHERE plugin_id = 'wild' AND detail NOT LIKE '%held back%' AND model = '" + way
                        + "'");
    }

    private static long said(Ground ground, SandboxBank bank) {
        Visit.pause(1_000);
        return count(
                ground, bank, "SELECT count(*) FROM model_call WHERE plugin_id = 'wild' AND model = 'well' AND outcome = 'SAID'");
    }

    private static long count(Ground ground, SandboxBank bank, String query) {
        try (Database.Of rows = ground.machine().database().of(bank.id())) {
            return rows.all(query, row -> row.getLong(1)).getFirst();
        }
    }
}
