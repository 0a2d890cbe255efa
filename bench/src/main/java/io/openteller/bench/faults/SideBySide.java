package io.openteller.bench.faults;

import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.patrons.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Nothing breaks: customers of both banks talk at both nodes, one bank asks a model, colleagues look on; all that leaves is read. */
final class SideBySide extends Scenario {

    static final String NAME = "banks-side-by-side";

    private static final String MODEL = "says-nothing";
    private static final int QUESTIONS = 4;
    private static final Duration WHILE = Duration.ofSeconds(15);

    SideBySide() {
        super(
                NAME,
                "On every way out of the platforms each bank's own words are seen, so that another's would have been, and no other's"
                        + " are.",
                "banks have each other's documents and settings, and logs, metrics and Redis say what customers wrote");
    }

    /** Whose words a bank has when it has not its own. */
    static String mixedUp(String slug) {
        return "not-" + slug;
    }

    @Override
    boolean isQuick() {
        return true;
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().get(1);
        ModelRoute.to(ground.first(), bank, MODEL, 5_000);
        try {
            Talk talk = Talk.begin(ground, List.of(ground.toFirst(), ground.toSecond()));
            Thread.sleep(WHILE.toMillis());
            for (int i = 0; i < QUESTIONS; i++) {
                ask(ground, bank, i, findings);
            }
            findings.hold(talk.end() > 0, "nobody was answered at all");
        } finally {
            ModelRoute.off(ground.first(), bank);
        }
        ground.lookout().lookEverywhere();
        List<Way> blind = ground.canaries().blind(List.of(Way.values()));
        findings.hold(blind.isEmpty() || ground.isPlanted(this), "nothing would have been seen on the ways " + blind);
    }

    private static void ask(Ground ground, SandboxBank bank, int who, Findings findings) {
        Optional<Chat> opened =
                Chat.open(ground, bank, who, ground.toFirst(), ground.toFirst(), Duration.ofSeconds(10));
        if (opened.isEmpty()) {
            findings.breach("no session");
            return;
        }
        try (Chat chat = opened.get()) {
            chat.say(Questions.ONE, Duration.ofSeconds(5))
                    .ifPresent(said -> chat.isAnswered(said.seq(), Duration.ofSeconds(10)));
            Visit.pause(200);
        }
    }
}
