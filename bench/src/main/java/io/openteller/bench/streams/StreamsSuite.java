package io.openteller.bench.streams;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.banks.BankSetUp;
import io.openteller.bench.banks.SandboxBank;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.customers.Gateway;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.load.Client;
import io.openteller.bench.processes.Machine;
import io.openteller.bench.processes.PlatformProcess;
import io.openteller.bench.processes.Ports;
import java.util.List;
import java.util.Locale;

/** Ten thousand customers who have their window open, colleagues who watch, and what it costs one platform. */
public final class StreamsSuite implements Suite {

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String usage() {
        return "[--idle 10000] [--live 2000] [--agents 50] [--slow 1000] [--again 5000] [--seconds 20] [--banks 2]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Plan plan = new Plan(
                number(options, "--banks", 2),
                number(options, "--idle", 10_000),
                number(options, "--live", 2_000),
                number(options, "--agents", 50),
                number(options, "--slow", 1_000),
                number(options, "--again", 5_000),
                number(options, "--seconds", 20));
        if (plan.live() + plan.again() > plan.idle()) {
            throw new BadInput("--live and --again are some of --idle");
        }
        progress.say("starting PostgreSQL, Redis and a platform");
        Canaries canaries = new Canaries();
        try (Machine machine = Machine.start(List.of("banking-sandbox", "identity-otp"));
                Gateway phone = Gateway.open(canaries);
                PlatformProcess platform = new PlatformProcess(machine, Ports.free(), "io.openteller.platform.Platform")) {
            platform.tell("OPENTELLER_LIMITS_SESSIONS_PER_BANK", "1000000");
            platform.tell("OPENTELLER_LIMITS_MESSAGES_PER_BANK", "1000000");
            platform.tell("OPENTELLER_LIMITS_MESSAGES_PER_SESSION", "100000");
            List<SandboxBank> banks =
                    BankSetUp.banks(machine, plan.banks(), platform.url(), phone.url(), phone.key(), progress);
            platform.start();
            try (Client client = new Client(platform.url(), platform.port(), 2, canaries)) {
                return report(plan, new Run(plan, machine, platform, banks, client, progress).go(), canaries);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stop);
        }
    }

    /**
     * How much of each.
     *
     * @param idle customers with a stream, the live ones among them
     * @param live conversations that are talked in, and watched by colleagues
     * @param slow readers that take nothing
     * @param again streams that end and are opened again at once
     */
    record Plan(int banks, int idle, int live, int agents, int slow, int again, int seconds) {}

    static Report report(Plan plan, Run.Figures figures, Canaries canaries) {
        double ratio = figures.redisPerSecond() == 0 ? 0 : figures.full().delivered() / figures.redisPerSecond();
        Report report = new Report()
                .metric("suite", "streams")
                .metric("idle", plan.idle())
                .metric("live", plan.live())
                .metric("agents", plan.agents())
                .metric("kilobytesPerIdleStream", round(figures.heldPerStream() / 1024.0))
                .metric("residentKilobytesPerIdleStream", round(figures.residentPerStream() / 1024.0))
                .metric("eventP50Millis", round(figures.calm().times().getValueAtPercentile(50) / 1000.0))
                .metric("eventP99Millis", round(figures.calm().p99Millis()))
                .metric("deliveriesPerSecond", round(figures.full().delivered()))
                .metric("messagesPerSecond", round(figures.full().taken()))
                .metric("redisDeliveriesPerSecond", round(figures.redisPerSecond()))
                .metric("ratioToRedis", round(ratio))
                .metric("redisAsWideDeliveriesPerSecond", round(figures.redisAsWide()))
                .metric("ratioToRedisAsWide", round(figures.full().delivered() / Math.max(1, figures.redisAsWide())))
                .metric("bytesPerDelivery", figures.full().bytesEach())
                .metric("slowReaders", plan.slow())
                .metric("slowCutAfterSeconds", round(figures.slow().cutSeconds()))
                .metric("slowLeft", figures.slow().left())
                .metric("slowToldToResume", figures.slow().told())
                .metric("kilobytesPerSlowReader", round(figures.slow().heldEach() / 1024.0))
                .metric("eventP99MillisBesideSlow", round(figures.slow().beside().p99Millis()))
                .metric("besideSlowRatio", round(figures.slow().beside().p99Millis() / figures.calm().p99Millis()))
                .metric("reconnecting", plan.again())
                .metric("reconnectedSeconds", round(figures.againSeconds()))
                .metric("reconnectedAll", figures.isAllBack())
                .metric("foreignCanaries", canaries.foreign());
        // What must hold, whatever the machine; how much of it there is, is for whoever reads the figures.
        boolean holds = figures.isAllBack() && figures.slow().left() == 0 && canaries.foreign() == 0;
        report.table(new Table(List.of("aim", "figure", "reached"), List.of(
                aim("KB per idle stream at most 20", figures.heldPerStream() / 1024.0, figures.heldPerStream() <= 20 * 1024),
                aim("deliveries to raw Redis at least 0.25", ratio, ratio >= 0.25),
                aim("p99 beside slow readers at most 1.2 times", figures.slow().beside().p99Millis() / figures.calm().p99Millis(),
                        figures.slow().beside().p99Millis() <= 1.2 * figures.calm().p99Millis()),
                aim("slow readers left", (double) figures.slow().left(), figures.slow().left() == 0),
                aim("reconnected, seconds", figures.againSeconds(), figures.isAllBack()))));
        return holds ? report : report.failed();
    }

    private static List<String> aim(String name, double figure, boolean reached) {
        return List.of(name, "%.3f".formatted(figure), reached ? "yes" : "no");
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", Double.isFinite(value) ? value : 0));
    }

    private static int number(Options options, String name, int otherwise) {
        String given = options.text(name).orElse("" + otherwise);
        if (!given.matches("[1-9][0-9]{0,5}")) {
            throw new BadInput(name + ": a number");
        }
        return Integer.parseInt(given);
    }
}
