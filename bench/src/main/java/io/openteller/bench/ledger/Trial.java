package io.openteller.bench.ledger;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.banks.Mischief;
import io.openteller.bench.banks.MoneyMatters;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.customers.Crowd;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.invariants.Books;
import io.openteller.bench.invariants.BooksReader;
import io.openteller.bench.processes.Killing;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.bench.processes.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sets everything up, lets it happen, waits until it rests, and reads the books. */
final class Trial {

    private static final Duration REST = Duration.ofMinutes(10);

    /** @param platform main class of the process that is killed */
    record Plan(
            int conversations, int banks, int together, Duration kill, Duration most, long seed, String platform, String... flags) {}

    /**
     * What came of it.
     *
     * @param unrest how many things were still going on when the bound was over
     */
    record Outcome(
            Plan plan,
            int opened,
            int kills,
            int faults,
            List<Duration> starts,
            Duration lasted,
            Duration rested,
            long unrest,
            List<Books> books,
            Memory witness,
            Canaries canaries) {}

    private Trial() {}

    static Outcome run(Plan plan, Progress progress) {
        progress.say("starting PostgreSQL and Redis, and setting up " + plan.banks() + " banks");
        int port = Ports.free();
        Canaries canaries = new Canaries();
        try (Machine machine = Machine.start(Map.of("banking-sandbox", MoneyMatters::put, "identity-otp", zip -> {}));
                Gateway phone = Gateway.open(canaries);
                PlatformProcess platform = new PlatformProcess(machine, port, plan.platform(), plan.flags())) {
            List<SandboxBank> banks = BankSetUp.banks(
                    machine, plan.banks(), platform.url(), phone.url(), phone.key(), progress);
            progress.say("starting the platform");
            Duration first = platform.start();
            progress.say("up after %.1f s".formatted(first.toMillis() / 1000.0));
            Crowd crowd = new Crowd(platform.url(), phone, banks, canaries, plan.seed());
            tighten(crowd, banks);
            return lived(plan, machine, platform, crowd, banks, canaries, progress);
        }
    }

    /**
     * Half of the banks of each currency allow less than the catalogue, so that many customers at once come to a limit of the bank;
     * every third wants a colleague to agree to smaller sums.
     */
    private static void tighten(Crowd crowd, List<SandboxBank> banks) {
        for (int i = 0; i < banks.size(); i++) {
            SandboxBank bank = banks.get(i);
            boolean isTight = i / 2 % 2 == 0;
            Map<String, Integer> line = i % 3 == 0 ? Map.of("INR", 50_000, "GBP", 700) : Map.of();
            if (isTight) {
                Map<String, Integer> few = Map.of("cards.block/v1", 10, "disputes.open/v1", 8, "profile.update/v1", 12);
                few.forEach((operation, count) -> crowd.bounds(bank, operation, bounds(Map.of("count", count), Map.of())));
                crowd.bounds(bank, "cards.set_limit/v1", bounds(minor(900_000, 400_000), Map.of()));
                crowd.bounds(bank, "payments.cancel/v1", bounds(minor(6_000_000, 75_000), Map.of()));
            }
            // Room for some refunds of every size, and not for all that are asked for.
            Map<String, Object> sum = isTight ? minor(3_000_000, 37_500) : Map.of();
            if (isTight || !line.isEmpty()) {
                crowd.bounds(bank, "refunds.execute/v1", bounds(sum, line));
            }
        }
    }

    private static Map<String, Object> minor(int rupees, int pounds) {
        return Map.of("minor", Map.of("INR", rupees, "GBP", pounds));
    }

    /** @param most in a day, for all customers together; empty for what the catalogue allows */
    private static Map<String, Object> bounds(Map<String, ?> most, Map<String, Integer> line) {
        Map<String, Object> limit = new HashMap<>(most);
        limit.put("scope", "TENANT");
        limit.put("days", 1);
        return Map.of(
                "off", false,
                "approval", false,
                "limits", most.isEmpty() ? List.of() : List.of(limit),
                "aboveMinor", line,
                "reason", "less than the catalogue, so that it is come to");
    }

    private static Outcome lived(
            Plan plan,
            Machine machine,
            PlatformProcess platform,
            Crowd crowd,
            List<SandboxBank> banks,
            Canaries canaries,
            Progress progress) {
        long begun = System.nanoTime();
        Mischief mischief = Mischief.begin(banks, new Random(plan.seed() + 1));
        Killing killing = Killing.begin(platform, plan.kill(), new Random(plan.seed() + 2), progress);
        int opened;
        int faults;
        List<Duration> starts;
        try {
            opened = crowd.live(
                    plan.conversations(), plan.together(), plan.most(), () -> !killing.isBroken(), progress);
        } finally {
            starts = killing.end();
            faults = mischief.end();
        }
        Duration lasted = since(begun);
        progress.say("no more faults and kills; waiting until all has come to rest");
        long ended = System.nanoTime();
        BooksReader reader = new BooksReader(machine.database());
        long unrest = rest(reader, banks, progress);
        Duration rested = since(ended);
        // The loops look once a second; what fell due just now was not theirs to see any more.
        Instant stopped = Instant.now().minusSeconds(5);
        platform.close();
        progress.say("reading the books");
        List<Books> books = new ArrayList<>();
        banks.forEach(bank -> books.add(reader.read(bank, stopped)));
        return new Outcome(
                plan, opened, platform.killed(), faults, starts, lasted, rested, unrest, books, Memory.of(crowd.diary()), canaries);
    }

    private static long rest(BooksReader reader, List<SandboxBank> banks, Progress progress) {
        long end = System.nanoTime() + REST.toNanos();
        int quiet = 0;
        while (true) {
            long unrest = banks.stream().mapToLong(reader::unrest).sum();
            quiet = unrest == 0 ? quiet + 1 : 0;
            // Twice: between one thing and what it brings about there may be a moment.
            if (quiet == 2 || System.nanoTime() > end) {
                return unrest;
            }
            if (unrest > 0) {
                progress.say(unrest + " things are still going on");
            }
            pause(3_000);
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for rest", stop);
        }
    }
}
