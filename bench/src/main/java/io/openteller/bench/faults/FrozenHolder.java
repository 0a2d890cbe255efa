package io.openteller.bench.faults;

import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.ModelServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two nodes on one database; the one that works on turns stands still for twice the lease and then goes on as if nothing had been. */
final class FrozenHolder extends Scenario {

    private static final int CHATS = 6;
    private static final Duration LEASE = Duration.ofSeconds(15);
    /** The turn's own deadline; a little for the way to the customer. */
    private static final Duration DEADLINE = Duration.ofSeconds(27);

    private static final String MODEL = "thinks-long";

    FrozenHolder() {
        super(
                "lease-holder-frozen",
                "Another node answers what the frozen one had in hand, within the turn's deadline and once; what the frozen one"
                        + " says when it wakes changes nothing.",
                "a lease that does not end");
    }

    @Override
    boolean isQuick() {
        return true;
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().get(1);
        // Long enough that the node is frozen in the middle of it.
        ground.models().model(MODEL, exchange -> {
            Thread.sleep(4_000);
            exchange.says(ModelServer.SAYS_NOTHING);
        });
        ModelRoute.to(ground.first(), bank, MODEL, 8_000);
        List<Chat> chats = new ArrayList<>();
        try {
            for (int i = 0; i < CHATS; i++) {
                Chat.open(ground, bank, i, ground.toFirst(), ground.toSecond(), Duration.ofSeconds(20)).ifPresent(chats::add);
            }
            ask(ground, bank, chats, findings);
        } finally {
            ground.first().thaw();
            ModelRoute.off(ground.first(), bank);
            chats.forEach(Chat::close);
        }
    }

    private static void ask(Ground ground, SandboxBank bank, List<Chat> chats, Findings findings) throws InterruptedException {
        List<Long> asked = new ArrayList<>();
        for (Chat chat : chats) {
            Optional<Chat.Said> said = chat.say(Questions.ONE, Duration.ofSeconds(10));
            said.ifPresent(one -> asked.add(one.seq()));
        }
        findings.hold(asked.size() == CHATS, "only " + asked.size() + " of " + CHATS + " questions were taken");
        Visit.pause(1_500);
        ground.first().freeze();
        long frozen = System.nanoTime();
        long held = Turns.inHand(ground, bank);
        findings.hold(held > 0, "no turn was in hand when the node was frozen: nothing was tried");
        findings.note(held + " turns were in hand");
        for (int i = 0; i < asked.size(); i++) {
            long left = DEADLINE.toNanos() - (System.nanoTime() - frozen);
            findings.hold(
                    chats.get(i).isAnswered(asked.get(i), Duration.ofNanos(Math.max(1, left))),
                    "a question was not answered within " + DEADLINE.toSeconds() + " s");
        }
        findings.recovered("a node stands still", Duration.ofNanos(System.nanoTime() - frozen));
        Visit.pause(Math.max(0, LEASE.multipliedBy(2).toMillis() - (System.nanoTime() - frozen) / 1_000_000));
        ground.first().thaw();
        findings.recovered("it wakes", Probe.answered(ground, ground.toFirst(), Duration.ofSeconds(30)));
        // Time for the late answers.
        Visit.pause(6_000);
    }
}
