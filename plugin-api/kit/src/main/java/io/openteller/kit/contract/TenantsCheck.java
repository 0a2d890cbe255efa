package io.openteller.kit.contract;

import io.openteller.kit.contract.StandIn.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two banks use the plugin at the same time. */
final class TenantsCheck extends Check {

    private static final int CALLERS = 4;
    private static final int ROUNDS = 12;

    TenantsCheck() {
        super(
                "two banks at once get nothing of each other",
                "keep nothing between calls: no static field, no field of the extension that holds settings, a client or an answer."
                        + " What must be kept is kept by context.bank()");
    }

    private record Heard(String bank, String other, String operation, Called called, KitCall call) {}

    @Override
    void run(Subject subject, Notes notes) throws InterruptedException {
        try (StandIn one = subject.standIn("bank-alpha");
                StandIn other = subject.standIn("bank-omega")) {
            for (Heard heard : interleaved(subject, one, other)) {
                notes.tried();
                if (heard.called.text().contains(heard.other)) {
                    notes.fault("%s told %s something of %s: %s", heard.operation, heard.bank, heard.other,
                            heard.called.words());
                }
                if (heard.call.elsewhere() != null) {
                    notes.fault("%s reached for another bank's system, or a host that nobody named: %s", heard.operation,
                            heard.call.elsewhere());
                }
            }
            crossed(one, other, notes);
            crossed(other, one, notes);
        }
    }

    private static void crossed(StandIn asked, StandIn other, Notes notes) {
        for (Seen seen : asked.seen()) {
            if (seen.text().contains(other.bank())) {
                notes.fault("the system of %s was sent something of %s (%s)", asked.bank(), other.bank(), seen.method());
            }
        }
    }

    private static List<Heard> interleaved(Subject subject, StandIn one, StandIn other) throws InterruptedException {
        ConcurrentLinkedQueue<Heard> all = new ConcurrentLinkedQueue<>();
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            StandIn mine = i % 2 == 0 ? one : other;
            StandIn theirs = i % 2 == 0 ? other : one;
            threads.add(Thread.ofPlatform().daemon().name("kit-bank").start(() -> {
                try {
                    go.await();
                    rounds(subject, mine, theirs, all);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        go.countDown();
        for (Thread thread : threads) {
            thread.join(Subject.USUAL.plus(Subject.USUAL));
        }
        return List.copyOf(all);
    }

    private static void rounds(Subject subject, StandIn mine, StandIn theirs, ConcurrentLinkedQueue<Heard> all)
            throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            for (Operation operation : subject.operations()) {
                KitCall call = subject.call(mine);
                var came = Bounded.call(operation, call);
                if (came.isEmpty()) {
                    return;
                }
                all.add(new Heard(mine.bank(), theirs.bank(), operation.name(), came.get(), call));
            }
        }
    }
}
