package io.openteller.bench.turns;

import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.patrons.Pace;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Customers of some banks who talk until they are told to go. */
final class Group implements AutoCloseable {

    private final List<Thread> patrons = new ArrayList<>();
    private volatile boolean stays = true;

    private Group() {}

    /** @param together more of them than the banks have customers are the same customers in a second conversation */
    static Group begin(Stage stage, List<SandboxBank> banks, int together, Pace pace, Tally tally) {
        Group group = new Group();
        BlockingQueue<Patron.Self> waiting = new LinkedBlockingQueue<>(everybody(banks, together, stage.plan().seed()));
        for (int i = 0; i < together; i++) {
            Patron patron = new Patron(
                    stage.clients().get(i % stage.clients().size()),
                    stage.phone(),
                    stage.scripts(),
                    tally,
                    stage.acknowledged(),
                    pace);
            Random chance = new Random(stage.plan().seed() * 31 + i);
            group.patrons.add(Thread.ofVirtual().start(() -> group.talk(patron, waiting, chance)));
        }
        return group;
    }

    private void talk(Patron patron, BlockingQueue<Patron.Self> waiting, Random chance) {
        try {
            while (stays) {
                Patron.Self self = waiting.take();
                patron.visit(self, chance, () -> stays);
                waiting.add(self);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each customer is in one conversation at a time, as long as there are enough: codes go to their phones. */
    private static List<Patron.Self> everybody(List<SandboxBank> banks, int together, long seed) {
        List<Patron.Self> everybody = new ArrayList<>();
        do {
            List<Patron.Self> once = new ArrayList<>();
            banks.forEach(bank -> bank.customers().forEach(one -> once.add(new Patron.Self(bank, one))));
            Collections.shuffle(once, new Random(seed));
            everybody.addAll(once);
        } while (everybody.size() < together);
        return everybody;
    }

    /** Returns when all have gone, after the answer that they wait for. */
    @Override
    public void close() {
        stays = false;
        for (Thread patron : patrons) {
            try {
                patron.join(Duration.ofSeconds(90));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
