package io.openteller.bench.faults;

import io.openteller.bench.banks.Mischief;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.customers.Crowd;
import io.openteller.bench.invariants.Books;
import io.openteller.bench.invariants.BooksReader;
import io.openteller.bench.invariants.Invariant;
import io.openteller.bench.ledger.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The bank does what it is asked to, and its answer never comes. */
final class BankTimesOut extends Scenario {

    private static final int CONVERSATIONS = 24;
    private static final int TOGETHER = 8;
    private static final Duration MOST = Duration.ofSeconds(75);
    private static final Duration REST = Duration.ofSeconds(90);

    BankTimesOut() {
        super(
                "bank-applies-and-times-out",
                "The ledger has each effect once, each with a confirmed intent and within its limits; what is not known is asked"
                        + " for by its key, and every run ends or waits for a named reason.",
                "what was not answered is asked for again under another key");
    }

    @Override
    void run(Ground ground, Findings findings) throws InterruptedException {
        SandboxBank bank = ground.booked();
        Map<String, Object> faults = new TreeMap<>();
        Mischief.CHANGES.forEach(change ->
                faults.put(change, Map.of("fault", "APPLIED_THEN_TIMEOUT", "millis", 400)));
        Mischief.write(bank, faults);
        Crowd crowd = new Crowd(ground.first().url(), ground.phone(), List.of(bank), ground.canaries(), 3);
        try {
            crowd.live(CONVERSATIONS, TOGETHER, MOST, () -> true, line -> {});
        } finally {
            Mischief.write(bank, Map.of());
        }
        BooksReader reader = new BooksReader(ground.machine().database());
        findings.recovered("bank well again, all at rest", rest(reader, bank));
        Books books = reader.read(bank, Instant.now().minusSeconds(5));
        Memory memory = Memory.of(crowd.diary());
        for (Invariant invariant : Invariant.all()) {
            invariant.breaches().apply(books, memory).forEach(what -> findings.breach(invariant.name() + ": " + what));
        }
        findings.hold(!books.effects().isEmpty(), "nothing was done at the bank: nothing was tried");
        findings.note(books.effects().size() + " effects at the bank, none answered");
    }

    private static @org.jspecify.annotations.Nullable Duration rest(BooksReader reader, SandboxBank bank)
            throws InterruptedException {
        long begun = System.nanoTime();
        int quiet = 0;
        while (System.nanoTime() - begun < REST.toNanos()) {
            quiet = reader.unrest(bank) == 0 ? quiet + 1 : 0;
            // Twice: between one thing and what it brings about there may be a moment.
            if (quiet == 2) {
                return Duration.ofNanos(System.nanoTime() - begun);
            }
            Thread.sleep(1_500);
        }
        return null;
    }
}
