package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Tally;
import io.openteller.bench.patrons.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Customers who have their window open and say nothing. */
final class Idlers implements AutoCloseable {

    private static final int AT_ONCE = 16;

    private final List<Visit> open;

    private Idlers(List<Visit> open) {
        this.open = open;
    }

    static Idlers open(List<Client> clients, List<SandboxBank> banks, int count, Tally tally, Progress progress) {
        List<Visit> open = new ArrayList<>();
        if (count > 0) {
            progress.say("opening " + count + " idle streams");
        }
        try (ExecutorService crew = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < count; i++) {
                SandboxBank bank = banks.get(i % banks.size());
                Client client = clients.get(i % clients.size());
                Patron.Self self = new Patron.Self(
                        bank, bank.customers().get(i / banks.size() % bank.customers().size()));
                crew.submit(() -> Patron.open(client, tally, self, () -> true).ifPresent(visit -> {
                    synchronized (open) {
                        open.add(visit);
                    }
                }));
            }
        }
        return new Idlers(open);
    }

    int count() {
        return open.size();
    }

    @Override
    public void close() {
        open.forEach(Visit::close);
    }
}
