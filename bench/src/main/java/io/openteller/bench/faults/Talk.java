package io.openteller.bench.faults;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Pace;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Customers who go on talking while something is broken. */
final class Talk implements AutoCloseable {

    private static final int TOGETHER = 12;
    private static final int MESSAGES_A_SECOND = 8;
    private static final Duration LAST_WORD = Duration.ofSeconds(90);

    private final List<Thread> patrons = new ArrayList<>();
    private final Ground ground;
    private final long before;
    private volatile boolean goesOn = true;

    private Talk(Ground ground) {
        this.ground = ground;
        this.before = ground.tally().allTurns();
    }

    /** @param clients one after the other, each for some of the customers */
    static Talk begin(Ground ground, List<Client> clients) {
        Talk talk = new Talk(ground);
        Map<String, Script> scripts = Script.all(
                ground.demo(),
                ground.talking().stream().map(SandboxBank::dataset).distinct().toList());
        List<Patron.Self> everybody = new ArrayList<>();
        ground.talking().forEach(bank -> bank.customers().forEach(one -> everybody.add(new Patron.Self(bank, one))));
        Collections.shuffle(everybody, new Random(7));
        // Codes go to phones: each customer is in one conversation at a time.
        BlockingQueue<Patron.Self> waiting = new LinkedBlockingQueue<>(everybody);
        Pace pace = new Pace(MESSAGES_A_SECOND);
        for (int i = 0; i < TOGETHER; i++) {
            Patron patron = new Patron(
                    clients.get(i % clients.size()), ground.phone(), scripts, ground.tally(), ground.acknowledged(), pace);
            Random chance = new Random(i);
            talk.patrons.add(Thread.ofVirtual().start(() -> talk.goOn(patron, waiting, chance)));
        }
        return talk;
    }

    private void goOn(Patron patron, BlockingQueue<Patron.Self> waiting, Random chance) {
        try {
            while (goesOn) {
                Patron.Self self = waiting.take();
                patron.visit(self, chance, () -> goesOn);
                waiting.add(self);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when everybody has had their last answer. @return how many answers there were */
    long end() throws InterruptedException {
        goesOn = false;
        for (Thread patron : patrons) {
            patron.join(LAST_WORD);
        }
        return ground.tally().allTurns() - before;
    }

    @Override
    public void close() {
        goesOn = false;
    }
}
