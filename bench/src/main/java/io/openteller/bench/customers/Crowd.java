package io.openteller.bench.customers;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Many customers of many banks at the same time, and the colleagues who decide what waits for them. */
public final class Crowd {

    private final Wire wire;
    private final Diary diary = new Diary();
    private final Gateway phone;
    private final List<SandboxBank> banks;
    private final long seed;
    private final Sayings english = new Sayings("en");
    private final Sayings hindi = new Sayings("hi");

    /**
     * @param canaries read every answer
     * @param seed of all that chance decides; what the machine's load decides it does not
     */
    public Crowd(String url, Gateway phone, List<SandboxBank> banks, Canaries canaries, long seed) {
        this.wire = new Wire(url, canaries);
        this.phone = phone;
        this.banks = banks;
        this.seed = seed;
    }

    public Diary diary() {
        return diary;
    }

    /**
     * Returns when all are through, when the time is over, or when there is no point in going on.
     *
     * @param together conversations at the same time
     * @return how many were opened
     */
    public int live(int conversations, int together, Duration most, BooleanSupplier goesOn, Progress progress) {
        Instant end = Instant.now().plus(most);
        BooleanSupplier stays = () -> Instant.now().isBefore(end) && goesOn.getAsBoolean();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        List<Thread> colleagues = new ArrayList<>();
        for (SandboxBank bank : banks) {
            Colleague colleague = new Colleague(wire, diary, bank, chance(seed, -1 - colleagues.size()));
            colleagues.add(Thread.ofVirtual().start(() -> colleague.work(over)));
        }
        List<Thread> customers = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            customers.add(Thread.ofVirtual().start(() -> {
                for (int one = next.getAndIncrement();
                        one < conversations && stays.getAsBoolean();
                        one = next.getAndIncrement()) {
                    if (customer(one).visits(stays)) {
                        int count = opened.incrementAndGet();
                        if (count % Math.max(1, conversations / 40) == 0) {
                            progress.say(bar(count, conversations));
                        }
                    }
                }
            }));
        }
        customers.forEach(Crowd::join);
        // What still waits for a colleague is decided on before everybody goes home.
        Visit.pause(6_000);
        over.countDown();
        colleagues.forEach(Crowd::join);
        return opened.get();
    }

    /** Of numbers that follow each other the first that a plain {@code Random} draws is nearly the same: all would go to one bank. */
    static Random chance(long seed, int number) {
        return new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
    }

    private RandomCustomer customer(int number) {
        Random chance = chance(seed, number);
        SandboxBank bank = banks.get(chance.nextInt(banks.size()));
        SandboxBank.Customer self = bank.customers().get(chance.nextInt(bank.customers().size()));
        boolean isHindi = bank.currency().equals("INR") && chance.nextInt(5) == 0;
        return new RandomCustomer(
                wire, diary, phone, bank, self, isHindi ? hindi : english, isHindi ? "hi" : "en", chance);
    }

    /** Tightens what one bank allows, as its administrator does. */
    public void bounds(SandboxBank bank, String operation, Object bounds) {
        Wire.Answer answer = wire.put(
                "/api/v1/operations/" + operation.replace('.', '/') + "/bounds",
                java.util.Map.of("Authorization", "Bearer " + bank.apiKey()),
                bounds);
        if (!answer.isOk()) {
            throw new IllegalStateException("no bounds for " + operation + ": " + answer);
        }
    }

    private static String bar(int count, int of) {
        int filled = count * 30 / of;
        return "[" + "#".repeat(filled) + ".".repeat(30 - filled) + "] " + count + " of " + of + " conversations";
    }

    private static void join(Thread one) {
        try {
            one.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
