package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.load.Client;
import io.openteller.bench.lookout.Lookout;
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
import io.openteller.local.LearntStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    private final Canaries canaries = new Canaries();
    private final Planted planted;

    Run(Plan plan, Progress progress) {
        this(plan, progress, Planted.NOTHING);
    }

    Run(Plan plan, Progress progress, Planted planted) {
        this.plan = plan;
        this.progress = progress;
        this.planted = planted;
    }

    /**
     * What is wrong on purpose, so that it can be seen that it is found.
     *
     * @param main what runs instead of the platform
     * @param word that each bank's documents and settings have
     */
    record Planted(String main, List<String> flags, UnaryOperator<String> word) {

        static final Planted NOTHING = new Planted("io.openteller.platform.Platform", List.of(), Canary::of);
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
            Canaries canaries,
            Series series,
            List<Path> recordings) {}

    Outcome go() {
        progress.say("starting PostgreSQL and Redis, and setting up " + plan.tenants() + " banks with their documents");
        List<Integer> ports = IntStream.range(0, plan.platforms()).mapToObj(one -> Ports.free()).toList();
        SlowModel model = plan.besides().modelMillis() == null ? null : new SlowModel(plan.demo(), canaries);
        try (Machine machine = Machine.start(plugins(model));
                Gateway phone = Gateway.open(canaries)) {
            String origin = "http://localhost:" + ports.getFirst();
            BankSetUp.Furnishing library = new Library(plan.demo(), plan.besides().documents(), planted.word());
            List<SandboxBank> banks = BankSetUp.copied(
                    machine, plan.tenants(), origin, phone.url(), phone.key(), model == null ? library : model.beside(library), progress);
            progress.say("storing " + plan.stored() + " conversations of earlier days");
            Stock.fill(machine.asOwner(), banks, plan.stored(), progress);
            progress.say("measuring what the database alone can do");
            DatabaseLimit.Measured limit =
                    DatabaseLimit.measure(machine.asOwner(), machine.database(), LIMIT_SECONDS);
            progress.say("%.0f turns a second, by %s".formatted(limit.perSecond(), limit.by()));
            List<PlatformProcess> platforms = ports.stream()
                    .map(port -> new PlatformProcess(
                            machine, port, planted.main(), flags().toArray(String[]::new)))
                    .toList();
            List<Client> clients = new ArrayList<>();
            try {
                platforms.forEach(platform -> progress.say(
                        "a platform is up after %.1f s".formatted(platform.start().toMillis() / 1000.0)));
                platforms.forEach(platform -> clients.add(new Client(origin, platform.port(), 1, canaries)));
                if (model != null) {
                    model.serve(platforms.getFirst(), banks);
                }
                Map<String, Script> scripts = Script.all(
                        plan.demo(),
                        banks.stream().map(SandboxBank::dataset).distinct().toList(),
                        plan.besides().fresh());
                Stage stage = new Stage(
                        plan, machine, phone, banks, model == null ? scripts : model.scripts(scripts), platforms, clients, model, tally, acknowledged, progress);
                if (plan.jvm().learnt()) {
                    new Schooling(new LearntStart(machine.folder("learnt"), System.getProperty("java.class.path")), flags()).go(stage);
                }
                return measured(stage, limit);
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
        return Stream.of(planted.flags(), plan.jvm().flags()).flatMap(List::stream).toList();
    }

    private Outcome measured(Stage stage, DatabaseLimit.Measured limit) {
        List<PlatformProcess> platforms = stage.platforms();
        try (Idlers idlers = Idlers.open(stage.clients(), stage.banks(), plan.idle(), tally, progress);
                Lookout lookout = Lookout.begin(
                        stage.machine(), platforms, stage.banks(), stage.clients().getFirst(), canaries)) {
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
            lookout.lookEverywhere();
            Aftermath aftermath = rest(stage.machine(), stage.banks());
            lookout.look();
            return new Outcome(plan, tally, first, starts, besides, limit, aftermath, canaries, series, recordings);
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
            Aftermath aftermath = Aftermath.read(machine.database(), banks, acknowledged);
            if (aftermath.holds() || System.nanoTime() > end) {
                return aftermath;
            }
            Visit.pause(3_000);
        }
    }

    private List<Path> recorded(List<PlatformProcess> platforms) {
        if (!plan.jvm().profile()) {
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
