package io.openteller.bench.faults;

import io.openteller.bench.banks.ModelRoute;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.ModelServer;
import io.openteller.bench.processes.PlatformProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node beside the others whose clock is two hours wrong, ahead and behind; and then it dies with turns in hand. */
final class ClockWrong extends Scenario {

    private static final int CHATS = 5;
    private static final String MODEL = "thinks-long-by-a-wrong-clock";
    private static final Duration ANSWERED = Duration.ofSeconds(10);
    private static final Duration DEADLINE = Duration.ofSeconds(27);

    ClockWrong() {
        super(
                "clock-two-hours-wrong",
                "A node with a wrong clock answers as the others do, and hands nobody to a person for it; when it dies, its turns"
                        + " are taken over within their deadline, because leases and deadlines go by the database's clock.",
                "a lease that goes by the node's own clock");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.talking().get(1);
        ground.models().model(MODEL, exchange -> {
            Thread.sleep(4_000);
            exchange.says(ModelServer.SAYS_NOTHING);
        });
        int who = 0;
        for (String wrong : List.of("PT2H", "PT-2H")) {
            PlatformProcess node =
                    ground.node(TestedPlatform.class.getName(), "-D" + TestedPlatform.CLOCK + "=" + wrong);
            node.start();
            try (Client toIt = new Client(ground.first().url(), node.port(), 1, ground.canaries())) {
                answers(ground, bank, toIt, wrong, findings);
                ModelRoute.to(node, bank, MODEL, 8_000);
                dies(ground, bank, who, toIt, node, wrong, findings);
            } finally {
                node.close();
                ModelRoute.off(ground.second(), bank);
            }
            // Others than those who were let down by a node that died, whom a person may have now.
            who += CHATS;
        }
    }

    private static void answers(Ground ground, SandboxBank bank, Client toIt, String wrong, Findings findings) {
        for (int i = 0; i < CHATS; i++) {
            try (Chat chat = open(ground, bank, i, toIt)) {
                Optional<Chat.Said> said = chat.say(Questions.ONE, Duration.ofSeconds(5));
                findings.hold(
                        said.isPresent() && chat.isAnswered(said.get().seq(), ANSWERED),
                        "not answered within " + ANSWERED.toSeconds() + " s with a clock " + wrong);
                Visit.pause(300);
                findings.hold(chat.visit().isAssistants(), "a person has it because of a clock " + wrong);
            }
        }
    }

    private static void dies(
            Ground ground,
            SandboxBank bank,
            int firstOne,
            Client toIt,
            PlatformProcess node,
            String wrong,
            Findings findings) {
        List<Chat> chats = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < CHATS; i++) {
            Chat chat = open(ground, bank, firstOne + i, toIt);
            chats.add(chat);
            chat.say(Questions.ONE, Duration.ofSeconds(5)).ifPresent(said -> asked.add(said.seq()));
        }
        findings.hold(asked.size() == CHATS, "not every question was taken");
        Visit.pause(1_500);
        long held = Turns.inHand(ground, bank);
        node.kill();
        long died = System.nanoTime();
        findings.hold(held > 0, "no turn was in hand when the node with a clock " + wrong + " died: nothing was tried");
        for (int i = 0; i < asked.size(); i++) {
            long left = DEADLINE.toNanos() - (System.nanoTime() - died);
            findings.hold(
                    chats.get(i).isAnswered(asked.get(i), Duration.ofNanos(Math.max(1, left))),
                    "a dead node's turn was not taken over in time with a clock " + wrong);
        }
        findings.recovered("a node with a clock " + wrong + " dies", Duration.ofNanos(System.nanoTime() - died));
        chats.forEach(Chat::close);
    }

    /** The session is the other node's: this one takes the bank's word for too old or too new, as it must. */
    private static Chat open(Ground ground, SandboxBank bank, int who, Client toIt) {
        return Chat.open(ground, bank, who, toIt, ground.toSecond(), Duration.ofSeconds(10))
                .orElseThrow(() -> new IllegalStateException("no session"));
    }
}
