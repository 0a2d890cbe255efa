package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.load.Client;
import io.openteller.bench.patrons.Acknowledged;
import io.openteller.bench.patrons.Aftermath;
import io.openteller.bench.patrons.Library;
import io.openteller.bench.patrons.Pace;
import io.openteller.bench.patrons.Patron;
import io.openteller.bench.patrons.Script;
import io.openteller.bench.patrons.Tally;
import io.openteller.bench.patrons.Visit;
import io.openteller.bench.processes.Killing;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.bench.processes.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Sets everything up, lets customers talk, and reads what became of it. */
final class Run {

    private static final Duration REST = Duration.ofMinutes(3);
    private static final int LIMIT_SECONDS = 15;

    private final Plan plan;
    private final Progress progress;
    private final Tally tally = new Tally();
    private final Acknowledged acknowledged = new Acknowledged();
    private final Series series = new Series();

    Run(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * What came of it.
     *
     * @param measured how long it was measured
     * @param costs of that time
     * @param starts how long each start after a kill took
     */
    record Outcome(
            Plan plan,
            Tally tally,
            Duration measured,
            Costs costs,
            List<Duration> starts,
            DatabaseLimit.Measured limit,
            Aftermath aftermath,
            Series series,
            List<Path> recordings) {}

    Outcome go() {
        progress.say("starting PostgreSQL and Redis, and setting up " + plan.tenants() + " banks with their documents");
        List<Integer> ports = IntStream.range(0, plan.platforms()).mapToObj(one -> Ports.free()).toList();
        try (Machine machine = Machine.start(List.of("banking-sandbox", "identity-otp"));
                Gateway phone = Gateway.open()) {
            String origin = "http://localhost:" + ports.getFirst();
            List<SandboxBank> banks = BankSetUp.banks(
                    machine, plan.tenants(), origin, phone.url(), phone.key(), new Library(plan.demo()), progress);
            progress.say("storing " + plan.stored() + " conversations of earlier days");
            Stock.fill(machine.database(), banks, plan.stored());
            progress.say("measuring what the database alone can do");
            DatabaseLimit.Measured limit =
                    DatabaseLimit.measure(machine.database(), machine.asApplication(), LIMIT_SECONDS);
            progress.say("%.0f turns a second, by %s".formatted(limit.perSecond(), limit.by()));
            List<PlatformProcess> platforms = ports.stream()
                    .map(port -> new PlatformProcess(
                            machine, port, "io.openteller.platform.Platform", flags().toArray(String[]::new)))
                    .toList();
            try {
                platforms.forEach(platform -> progress.say(
                        "a platform is up after %.1f s".formatted(platform.start().toMillis() / 1000.0)));
                return measured(machine, phone, origin, banks, platforms, limit);
            } finally {
                platforms.forEach(PlatformProcess::close);
            }
        }
    }

    private List<String> flags() {
        return plan.profile()
                ? List.of("-XX:StartFlightRecording=settings=profile,disk=true,jdk.CPUTimeSample#enabled=true", "-XX:FlightRecorderOptions=stackdepth=96")
                : List.of();
    }

    private Outcome measured(
            Machine machine,
            Gateway phone,
            String origin,
            List<SandboxBank> banks,
            List<PlatformProcess> platforms,
            DatabaseLimit.Measured limit) {
        Map<String, Script> scripts = Script.all(
                plan.demo(), banks.stream().map(SandboxBank::dataset).distinct().toList());
        List<Client> clients = new ArrayList<>();
        boolean[] talking = {true};
        BooleanSupplier stays = () -> talking[0];
        try {
            platforms.forEach(platform -> clients.add(new Client(origin, platform.port(), 1, text -> {})));
            Idlers idlers = Idlers.open(clients, banks, plan.idle(), tally, progress);
            List<Thread> patrons = patrons(phone, banks, scripts, clients, stays);
            progress.say("warming up for " + plan.warming().toSeconds() + " s");
            series.begin(tally);
            Visit.pause(plan.warming().toMillis());
            Duration kill = plan.kill();
            List<Killing> killings = kill == null
                    ? List.of()
                    : platforms.stream()
                            .map(platform -> Killing.begin(platform, kill, new Random(plan.seed()), progress))
                            .toList();
            Costs before = Costs.now(machine.database(), banks.getFirst().id(), platforms);
            long begun = System.nanoTime();
            tally.measure(true);
            tellOften(begun);
            tally.measure(false);
            Duration measured = Duration.ofNanos(System.nanoTime() - begun);
            Costs costs = Costs.now(machine.database(), banks.getFirst().id(), platforms)
                    .since(before);
            List<Duration> starts = killings.stream().flatMap(killing -> killing.end().stream()).toList();
            talking[0] = false;
            patrons.forEach(Run::join);
            idlers.close();
            series.end();
            List<Path> recordings = recorded(platforms);
            progress.say("waiting until all has come to rest");
            Aftermath aftermath = rest(machine, banks);
            return new Outcome(plan, tally, measured, costs, starts, limit, aftermath, series, recordings);
        } finally {
            talking[0] = false;
            clients.forEach(Client::close);
        }
    }

    /** Each customer is in one conversation at a time: codes go to their phones. */
    private List<Thread> patrons(
            Gateway phone,
            List<SandboxBank> banks,
            Map<String, Script> scripts,
            List<Client> clients,
            BooleanSupplier stays) {
        Pace pace = new Pace(plan.perSecond());
        BlockingQueue<Patron.Self> waiting = new LinkedBlockingQueue<>(everybody(banks));
        List<Thread> patrons = new ArrayList<>();
        for (int i = 0; i < plan.together(); i++) {
            Patron patron =
                    new Patron(clients.get(i % clients.size()), phone, scripts, tally, acknowledged, pace);
            Random chance = new Random(plan.seed() * 31 + i);
            patrons.add(Thread.ofVirtual().start(() -> {
                try {
                    while (stays.getAsBoolean()) {
                        Patron.Self self = waiting.take();
                        patron.visit(self, chance, stays);
                        waiting.add(self);
                    }
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        return patrons;
    }

    private List<Patron.Self> everybody(List<SandboxBank> banks) {
        List<Patron.Self> everybody = new ArrayList<>();
        banks.forEach(bank -> bank.customers().forEach(one -> everybody.add(new Patron.Self(bank, one))));
        Collections.shuffle(everybody, new Random(plan.seed()));
        return everybody;
    }

    private void tellOften(long begun) {
        long total = plan.steady().toSeconds();
        long last = tally.turns();
        for (long second = 1; second <= total; second++) {
            Visit.pause(Math.max(0, second * 1000 - (System.nanoTime() - begun) / 1_000_000));
            if (second % 10 == 0 || second == total) {
                long now = tally.turns();
                int filled = (int) (second * 30 / total);
                progress.say("[%s%s] %d of %d s, %d turns, %.0f a second".formatted(
                        "#".repeat(filled), ".".repeat(30 - filled), second, total, now, (now - last) / 10.0));
                last = now;
            }
        }
    }

    private Aftermath rest(Machine machine, List<SandboxBank> banks) {
        long end = System.nanoTime() + REST.toNanos();
        while (true) {
            Aftermath aftermath = Aftermath.read(machine.database(), banks, acknowledged);
            if (aftermath.holds() || System.nanoTime() > end) {
                return aftermath;
            }
            Visit.pause(3_000);
        }
    }

    private List<Path> recorded(List<PlatformProcess> platforms) {
        if (!plan.profile()) {
            return List.of();
        }
        return platforms.stream().map(platform -> {
            try {
                Path file = Files.createTempFile("turns", ".jfr");
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                "" + platform.pid(), "JFR.dump", "filename=" + file)
                        .inheritIO()
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                return file;
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while a recording was written", stop);
            }
        }).toList();
    }

    private static void join(Thread one) {
        try {
            one.join(Duration.ofSeconds(90));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
