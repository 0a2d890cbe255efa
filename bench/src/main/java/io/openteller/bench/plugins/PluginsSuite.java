package io.openteller.bench.plugins;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.Options;
import io.openteller.host.HostOptions;
import io.openteller.host.Hosted;
import io.openteller.host.Mode;
import io.openteller.host.PluginHost;
import io.openteller.packages.Trees;
import io.openteller.packages.VerifiedPackage;
import io.openteller.spi.workflow.StepProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A plugin that does nothing is loaded and called: what that takes is what the platform adds. Both modes run the same
 * package. Callers are threads of the operating system, as the platform's are.
 */
public final class PluginsSuite implements Suite {

    private static final int LOADS = 15;
    private static final int TOGETHER = 16;

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public String usage() {
        return "[--calls 20000] [--bytes 512] [--spin-micros 0]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        int calls = options.count("--calls", 20_000);
        String argument = "x".repeat(options.count("--bytes", 512));
        HostOptions host = HostOptions.usual()
                .withSpin(Duration.ofNanos(1_000L * Integer.parseInt(options.text("--spin-micros").orElse("0"))));
        try {
            Path folder = Files.createTempDirectory("openteller-plugins");
            try {
                return measured(EchoPackage.compiled(folder), host, calls, argument, progress);
            } finally {
                Trees.delete(folder);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Report measured(
            VerifiedPackage echo, HostOptions host, int calls, String argument, Progress progress) throws IOException {
        Report report = new Report();
        List<List<String>> rows = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            String name = mode == Mode.ISOLATED ? "isolated" : "inProcess";
            progress.say("loading and calling a plugin " + (mode == Mode.ISOLATED ? "in a process of its own" : "in process"));
            report.metric(name + "LoadP50Millis", round(loading(echo, mode, host)));
            try (Hosted hosted = PluginHost.open(echo, mode, host)) {
                StepProvider steps = hosted.extension(StepProvider.class).orElseThrow();
                timed(steps, argument, 1, calls);
                for (int callers : new int[] {1, TOGETHER}) {
                    timed(steps, argument, callers, calls);
                    long begun = System.nanoTime();
                    long[] nanos = timed(steps, argument, callers, calls);
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    double p50 = nanos[nanos.length / 2] / 1e3;
                    double p99 = nanos[nanos.length * 99 / 100] / 1e3;
                    report.metric(name + "P50Micros" + suffix(callers), round(p50));
                    report.metric(name + "P99Micros" + suffix(callers), round(p99));
                    rows.add(List.of(name, "" + callers, "" + round(p50), "" + round(p99), "" + Math.round(nanos.length / seconds)));
                }
                memory(hosted, report);
            }
        }
        return report.metric("cores", Runtime.getRuntime().availableProcessors())
                .metric("argumentBytes", argument.length())
                .table(new Table(List.of("mode", "at once", "p50 µs", "p99 µs", "calls/s"), rows));
    }

    private static String suffix(int callers) {
        return callers == 1 ? "" : "At" + callers;
    }

    /** Milliseconds until a package can be called, in the middle of some times. */
    private static double loading(VerifiedPackage echo, Mode mode, HostOptions host) {
        double[] millis = new double[LOADS];
        for (int i = 0; i < LOADS; i++) {
            long begun = System.nanoTime();
            try (Hosted hosted = PluginHost.open(echo, mode, host)) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
                hosted.plugin().name();
            }
        }
        Arrays.sort(millis);
        return millis[LOADS / 2];
    }

    private static void memory(Hosted hosted, Report report) throws IOException {
        if (hosted.process().isEmpty()) {
            return;
        }
        Path process = Path.of("/proc", "" + hosted.process().getAsLong());
        if (Files.isReadable(process.resolve("smaps_rollup"))) {
            report.metric("isolatedRssMegabytes", megabytes(process.resolve("status"), "VmRSS:"));
            report.metric("isolatedPssMegabytes", megabytes(process.resolve("smaps_rollup"), "Pss:"));
        }
    }

    private static double megabytes(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> round(Double.parseDouble(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse(0);
    }

    /** Sorted nanoseconds of each call. */
    private static long[] timed(StepProvider steps, String argument, int callers, int calls) {
        long[] nanos = new long[calls / callers * callers];
        List<Thread> threads = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int from = caller * (calls / callers);
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = from; i < from + calls / callers; i++) {
                    EchoCall call = new EchoCall(argument, Instant.now().plusSeconds(10));
                    long begun = System.nanoTime();
                    steps.run(call, call);
                    nanos[i] = System.nanoTime() - begun;
                }
            }));
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Arrays.sort(nanos);
        if (nanos[0] == 0) {
            throw new IllegalStateException("calls failed");
        }
        return nanos;
    }

    private static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", value));
    }
}
