package io.openteller.bench.router;

import io.micronaut.context.ApplicationContext;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.router.Rounds.Rate;
import io.openteller.bench.router.Rounds.Times;
import io.openteller.bench.router.Rounds.Way;
import io.openteller.local.LocalPostgres;
import io.openteller.packages.Signing;
import io.openteller.packages.SigningKey;
import io.openteller.packages.Trees;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What asking along a bank's route adds to asking the same client directly: with budgets of tokens and money, prices, breaker,
 * caps, schema check and a record of each call, on a PostgreSQL of its own, against a server in another process that answers
 * at once. Both ways, and the host of plugins by itself, take turns call by call.
 */
public final class RouterSuite implements Suite {

    private static final int PIECES = 20;
    private static final int LONG = 10_000;
    private static final int[] CONCURRENCY = {1, 16, 64};
    private static final double WARMING = 6;

    @Override
    public String name() {
        return "router";
    }

    @Override
    public String usage() {
        return "[--seconds 5] [--rounds 3] [--chunks 1000000] [--plugin llm-openai.zip]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        int seconds = options.count("--seconds", 5);
        int rounds = options.count("--rounds", 3);
        int chunks = options.count("--chunks", 1_000_000);
        Path plugin = options.optionalFile("--plugin").orElseGet(RouterSuite::built);
        try {
            Path folder = Files.createTempDirectory("openteller-router");
            Path plugins = Files.createDirectory(folder.resolve("plugins"));
            // As the platform's operator does with a plugin of this repository: a key of its own, trusted as the platform's.
            SigningKey key = SigningKey.generate();
            new TrustFolder(folder.resolve("trust")).put(TrustedKey.of(key, "Bench", Trust.PLATFORM));
            Signing.sign(unbounded(plugin, folder.resolve("unbounded.zip")), key, plugins.resolve("llm-openai.zip"));
            progress.say("starting PostgreSQL, the platform, and the server");
            LocalPostgres postgres = LocalPostgres.start(folder.resolve("data"));
            try (ServerProcess server = ServerProcess.start();
                    ApplicationContext platform = ApplicationContext.run(settings(folder, postgres))) {
                return measured(platform, server.url(), seconds, rounds, chunks, progress);
            } finally {
                postgres.stop();
                Trees.delete(folder);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static Report measured(
            ApplicationContext platform, String url, int seconds, int rounds, int chunks, Progress progress) {
        String model = "stream-" + PIECES;
        Rounds measure = new Rounds(new Banks(platform, url, model), model);
        progress.say("warming up");
        for (boolean streamed : new boolean[] {false, true}) {
            for (int threads : CONCURRENCY) {
                measure.interleaved(threads, streamed, WARMING / 2);
            }
            measure.rate(Way.ROUTED, 64, streamed, WARMING / 2);
        }
        Report report = new Report();
        List<List<String>> rows = new ArrayList<>();
        int failed = 0;
        for (boolean streamed : new boolean[] {false, true}) {
            for (int threads : CONCURRENCY) {
                progress.say((streamed ? "streamed, " : "whole, ") + threads + " at once");
                Series series = new Series();
                for (int round = 0; round < rounds; round++) {
                    series.add(measure.interleaved(threads, streamed, seconds));
                }
                failed += series.failed;
                rows.add(series.row(streamed, threads));
                if (threads == 1) {
                    figures(report, series, streamed);
                }
            }
        }
        List<List<String>> rates = new ArrayList<>();
        for (boolean streamed : new boolean[] {false, true}) {
            progress.say("requests per second, " + (streamed ? "streamed" : "whole"));
            double[] best = rates(measure, streamed, rounds, seconds, rates);
            report.metric(streamed ? "requestsPerSecondStreamed" : "requestsPerSecond", round(best[0]))
                    .metric(streamed ? "directPerSecondStreamed" : "directPerSecond", round(best[1]))
                    .metric(streamed ? "addedCpuMicrosStreamed" : "addedCpuMicros", round(best[2]));
        }
        progress.say(chunks + " pieces");
        heap(report, new Rounds(new Banks(platform, url, "stream-" + LONG), "stream-" + LONG), chunks);
        return report.metric("failed", failed)
                .metric("cores", Runtime.getRuntime().availableProcessors())
                .table(new Table(
                        List.of("answer", "at once", "calls", "direct p50 µs", "host p50 µs", "routed p50 µs", "added p50 µs",
                                "of rounds", "direct p99 µs", "routed p99 µs", "added p99 µs", "first piece added µs"),
                        rows))
                .table(new Table(List.of("answer", "way", "requests/s", "of rounds", "CPU µs/request", "failed"), rates));
    }

    private static void figures(Report report, Series series, boolean streamed) {
        Times all = series.all();
        if (streamed) {
            report.metric("firstChunkMicros", round(all.firstAdded()))
                    .metric("addedP50MicrosStreamed", round(all.added(50)))
                    .metric("addedP99MicrosStreamed", round(all.added(99)));
        } else {
            report.metric("addedP50Micros", round(all.added(50)))
                    .metric("addedP99Micros", round(all.added(99)))
                    .metric("hostP50Micros", round(Rounds.of(all.whole(), Way.HOSTED).micros(50)
                            - Rounds.of(all.whole(), Way.DIRECT).micros(50)));
        }
    }

    /** @return routed and direct requests per second, and the processor time that the route adds */
    private static double[] rates(
            Rounds measure, boolean streamed, int rounds, int seconds, List<List<String>> rows) {
        double[] perSecond = new double[Way.values().length];
        double[] cpu = new double[Way.values().length];
        for (Way way : new Way[] {Way.DIRECT, Way.HOSTED, Way.ROUTED}) {
            List<Rate> seen = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                seen.add(measure.rate(way, 64, streamed, seconds));
            }
            seen.sort(Comparator.comparingDouble(Rate::perSecond));
            Rate middle = seen.get(seen.size() / 2);
            perSecond[way.ordinal()] = middle.perSecond();
            cpu[way.ordinal()] = middle.cpuMicros();
            rows.add(List.of(
                    streamed ? "streamed" : "whole",
                    way.name().toLowerCase(Locale.ROOT),
                    text(middle.perSecond()),
                    text(seen.getFirst().perSecond()) + " to " + text(seen.getLast().perSecond()),
                    text(middle.cpuMicros()),
                    "" + seen.stream().mapToLong(Rate::failed).sum()));
        }
        return new double[] {
            perSecond[Way.ROUTED.ordinal()],
            perSecond[Way.DIRECT.ordinal()],
            cpu[Way.ROUTED.ordinal()] - cpu[Way.DIRECT.ordinal()]
        };
    }

    /** What is in use after collecting, before and after so many pieces. */
    private static void heap(Report report, Rounds measure, int chunks) {
        int calls = Math.max(1, chunks / LONG);
        long[] seen = {0};
        long[] answered = {0};
        long before = 0;
        for (int i = 0; i <= calls; i++) {
            if (i == 1) {
                before = used();
                seen[0] = 0;
            }
            measure.asFirst(() -> {
                if (measure.ask(Way.ROUTED, 0, true, piece -> {
                    seen[0]++;
                    return true;
                })) {
                    answered[0]++;
                }
            });
        }
        long after = used();
        report.metric("chunks", seen[0])
                .metric("chunkCallsAnswered", answered[0] - 1)
                .metric("heapBeforeMegabytes", round(before / 1e6))
                .metric("heapAfterMegabytes", round(after / 1e6));
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Several rounds of one kind. */
    private static final class Series {

        private final List<Times> rounds = new ArrayList<>();
        private int failed;

        void add(Times times) {
            rounds.add(times);
            failed += times.failed();
        }

        Times all() {
            Map<Way, Samples> whole = new EnumMap<>(Way.class);
            Map<Way, Samples> first = new EnumMap<>(Way.class);
            for (Way way : Way.values()) {
                Samples wholes = new Samples();
                Samples firsts = new Samples();
                rounds.forEach(one -> wholes.and(Objects.requireNonNull(one.whole().get(way))));
                rounds.forEach(one -> firsts.and(Objects.requireNonNull(one.first().get(way))));
                whole.put(way, wholes);
                first.put(way, firsts);
            }
            return new Times(whole, first, failed);
        }

        List<String> row(boolean streamed, int threads) {
            Times all = all();
            double least = rounds.stream().mapToDouble(one -> one.added(50)).min().orElse(0);
            double most = rounds.stream().mapToDouble(one -> one.added(50)).max().orElse(0);
            return List.of(
                    streamed ? "streamed" : "whole",
                    "" + threads,
                    "" + Rounds.of(all.whole(), Way.ROUTED).size(),
                    text(Rounds.of(all.whole(), Way.DIRECT).micros(50)),
                    text(Rounds.of(all.whole(), Way.HOSTED).micros(50)),
                    text(Rounds.of(all.whole(), Way.ROUTED).micros(50)),
                    text(all.added(50)),
                    text(least) + " to " + text(most),
                    text(Rounds.of(all.whole(), Way.DIRECT).micros(99)),
                    text(Rounds.of(all.whole(), Way.ROUTED).micros(99)),
                    text(all.added(99)),
                    streamed ? text(all.firstAdded()) : "");
        }
    }

    private static Map<String, Object> settings(Path folder, LocalPostgres postgres) {
        return Map.of(
                "micronaut.server.port", "-1",
                "openteller.data", folder.resolve("platform").toString(),
                "openteller.plugins.folder", folder.resolve("plugins").toString(),
                "openteller.plugins.private-hosts", "localhost",
                "openteller.turn.loop", "false",
                "openteller.sources.loop", "false",
                "datasources.default.url", postgres.url(),
                "datasources.default.password", postgres.applicationPassword(),
                "openteller.migration.url", postgres.url(),
                "openteller.migration.password", postgres.ownerPassword());
    }

    /** The same package, with as many calls of a bank as there can be: what is measured is not how the host holds them back. */
    private static Path unbounded(Path plugin, Path copy) throws IOException {
        Files.copy(plugin, copy);
        try (FileSystem zip = FileSystems.newFileSystem(copy)) {
            Path description = zip.getPath("plugin.json");
            Files.writeString(
                    description,
                    Files.readString(description)
                            .replaceAll("\"callsPerSecond\"\\s*:\\s*\\d+", "\"callsPerSecond\": 10000")
                            .replaceAll("\"callsAtOnce\"\\s*:\\s*\\d+", "\"callsAtOnce\": 256"));
        }
        return copy;
    }

    /** What the build of this repository left, found from where this class is. */
    private static Path built() {
        try {
            Path here = Path.of(RouterSuite.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path target = Objects.requireNonNull(Objects.requireNonNull(here.getParent()).getParent())
                    .resolveSibling("plugins")
                    .resolve("llm-openai")
                    .resolve("target");
            try (Stream<Path> files = Files.list(target)) {
                return files.filter(file -> file.toString().endsWith(".zip"))
                        .findFirst()
                        .orElseThrow(() -> new BadInput("the plugin llm-openai is not built; give it as --plugin"));
            }
        } catch (IOException | URISyntaxException notThere) {
            throw new BadInput("the plugin llm-openai is not built; give it as --plugin");
        }
    }

    private static double round(double value) {
        return Double.parseDouble(text(value));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
