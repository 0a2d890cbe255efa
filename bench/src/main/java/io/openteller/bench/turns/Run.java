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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
     * @param measured of the first time, in which there may be kills
     * @param starts how long each start after a kill took
     * @param besides figures of the times after it
     */
    record Outcome(
            Plan plan,
            Tally tally,
            Measured measured,
            List<Duration> starts,
            Map<String, Object> besides,
            DatabaseLimit.Measured limit,
            Aftermath aftermath,
            Series series,
            List<Path> recordings) {}

    Outcome go() {
        progress.say("starting PostgreSQL and Redis, and setting up " + plan.tenants() + " banks with their documents");
        List<Integer> ports = IntStream.range(0, plan.platforms()).mapToObj(one -> Ports.free()).toList();
        SlowModel model = plan.besides().modelMillis() == null ? null : new SlowModel(plan.demo());
        try (Machine machine = Machine.start(plugins(model));
                Gateway phone = Gateway.open()) {
            String origin = "http://localhost:" + ports.getFirst();
            BankSetUp.Furnishing library = new Library(plan.demo(), plan.besides().documents());
            List<SandboxBank> banks = BankSetUp.copied(
                    machine, plan.tenants(), origin, phone.url(), phone.key(), model == null ? library : model.beside(library), progress);
            progress.say("storing " + plan.stored() + " conversations of earlier days");
            Stock.fill(machine.database(), banks, plan.stored(), progress);
            progress.say("measuring what the database alone can do");
            DatabaseLimit.Measured limit =
                    DatabaseLimit.measure(machine.database(), machine.asApplication(), LIMIT_SECONDS);
            progress.say("%.0f turns a second, by %s".formatted(limit.perSecond(), limit.by()));
            List<PlatformProcess> platforms = ports.stream()
                    .map(port -> new PlatformProcess(
                            machine, port, "io.openteller.platform.Platform", flags().toArray(String[]::new)))
                    .toList();
            List<Client> clients = new ArrayList<>();
            try {
                platforms.forEach(platform -> progress.say(
                        "a platform is up after %.1f s".formatted(platform.start().toMillis() / 1000.0)));
                platforms.forEach(platform -> clients.add(new Client(origin, platform.port(), 1, text -> {})));
                if (model != null) {
                    model.serve(platforms.getFirst(), banks);
                }
                Map<String, Script> scripts = Script.all(
                        plan.demo(),
                        banks.stream().map(SandboxBank::dataset).distinct().toList(),
                        plan.besides().fresh());
                return measured(
                        new Stage(plan, machine, phone, banks, model == null ? scripts : model.scripts(scripts), platforms, clients, model, tally, acknowledged, progress),
                        limit);
            } finally {
                clients.forEach(Client::close);
                platforms.forEach(PlatformProcess::close);
            }
        } finally {
            if (model != null) {
                model.close();
            }
        }
    }

    private static List<String> plugins(@Nullable SlowModel model) {
        return model == null
                ? List.of("banking-sandbox", "identity-otp")
                : List.of("banking-sandbox", "identity-otp", "llm-openai");
    }

    private List<String> flags() {
        return plan.profile()
                ? List.of("-XX:StartFlightRecording=settings=profile,disk=true,jdk.CPUTimeSample#enabled=true", "-XX:FlightRecorderOptions=stackdepth=96")
                : List.of();
    }

    private Outcome measured(Stage stage, DatabaseLimit.Measured limit) {
        List<PlatformProcess> platforms = stage.platforms();
        try (Idlers idlers = Idlers.open(stage.clients(), stage.banks(), plan.idle(), tally, progress)) {
            Measured first;
            List<Duration> starts;
            try (Group everybody = Group.begin(stage, stage.banks(), plan.together(), new Pace(plan.perSecond()), tally)) {
                progress.say("warming up for " + plan.warming().toSeconds() + " s");
                series.begin(tally);
                Visit.pause(plan.warming().toMillis());
                List<Killing> killings = killings(platforms);
                first = stage.measure(tally, Duration.ZERO);
                starts = killings.stream().flatMap(killing -> killing.end().stream()).toList();
            }
            Map<String, Object> besides = Besides.figures(stage, first);
            series.end();
            List<Path> recordings = recorded(platforms);
            progress.say("waiting until all has come to rest");
            Aftermath aftermath = rest(stage.machine(), stage.banks());
            return new Outcome(plan, tally, first, starts, besides, limit, aftermath, series, recordings);
        }
    }

    private List<Killing> killings(List<PlatformProcess> platforms) {
        Duration kill = plan.kill();
        return kill == null
                ? List.of()
                : platforms.stream()
                        .map(platform -> Killing.begin(platform, kill, new Random(plan.seed()), progress, tally::killed))
                        .toList();
    }

    private Aftermath rest(Machine machine, List<SandboxBank> banks) {
        long end = System.nanoTime() + REST.toNanos();
        while (true) {
            Aftermath aftermath = Aftermath.read(machine.asApplication(), banks, acknowledged);
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
}
