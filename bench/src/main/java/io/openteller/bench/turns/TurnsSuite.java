package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import io.openteller.bench.patrons.Aftermath;
import io.openteller.bench.patrons.Script.Kind;
import io.openteller.bench.patrons.Script;
import io.openteller.bench.patrons.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Customers of many banks talk to real platforms in processes of their own, over HTTP and streams, each turn the whole way. How
 * many turns a second, how long they take, what they cost, what the same database could do at most, and whether anything got lost.
 */
public final class TurnsSuite implements Suite {

    @Override
    public String name() {
        return "turns";
    }

    @Override
    public String usage() {
        return "[--tenants 50] [--stored 100000] [--platforms 1] [--together 400] [--rate N] [--idle 20] [--warm 60s]"
                + " [--seconds 180] [--kill 60s] [--model-millis 1500] [--share 0.8] [--noisy 50] [--fresh yes]"
                + " [--series 1,10,100,1000] [--documents N] [--heap 6g] [--learnt yes] [--profile yes] [--demo demo/banks] [--reports bench/reports] [--seed N]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path demo = options.folder("--demo").orElse(Path.of("demo", "banks"));
        if (!Files.isDirectory(demo)) {
            throw new BadInput("--demo: no folder " + demo);
        }
        int tenants = options.count("--tenants", 50);
        Plan plan = new Plan(
                tenants,
                options.number("--stored", 100_000),
                options.number("--platforms", 1),
                options.number("--together", 400),
                options.number("--rate", 0),
                tenants * options.number("--idle", 20),
                options.seconds("--warm").orElse(Duration.ofSeconds(60)),
                Duration.ofSeconds(options.number("--seconds", 180)),
                options.seconds("--kill").orElse(null),
                demo,
                options.folder("--reports").orElse(Path.of("bench", "reports")),
                new Plan.Jvm(options.text("--profile").isPresent(), heap(options), options.text("--learnt").isPresent()),
                options.number("--seed", 1),
                besides(options, tenants));
        Optional<String> series = options.text("--series");
        if (series.isPresent()) {
            return new BankCounts(plan, counts(series.get()), progress).go();
        }
        Run.Outcome outcome = new Run(plan, progress).go();
        Report report = report(outcome);
        progress.say("report: " + new HtmlReport(outcome, report).write());
        return report;
    }

    private static Plan.Besides besides(Options options, int tenants) {
        int noisy = options.number("--noisy", 0);
        if (noisy > 0 && tenants < 2) {
            throw new BadInput("--noisy: with --tenants 2 or more");
        }
        String share = options.text("--share").orElse("0");
        if (!share.matches("0|0?[.][0-9]{1,3}|1")) {
            throw new BadInput("--share: such as 0.8");
        }
        return new Plan.Besides(
                options.text("--model-millis").isPresent() ? options.number("--model-millis", 0) : null,
                noisy,
                Double.parseDouble(share),
                options.text("--fresh").isPresent(),
                options.count("--documents", Integer.MAX_VALUE));
    }

    private static @Nullable String heap(Options options) {
        String heap = options.text("--heap").orElse(null);
        if (heap != null && !heap.matches("[1-9][0-9]{0,5}[mg]")) {
            throw new BadInput("--heap: such as 6g or 3000m");
        }
        return heap;
    }

    private static List<Integer> counts(String given) {
        if (!given.matches("[1-9][0-9]{0,3}(,[1-9][0-9]{0,3})+")) {
            throw new BadInput("--series: numbers of banks such as 1,10,100,1000");
        }
        return Arrays.stream(given.split(",")).map(Integer::valueOf).toList();
    }

    static Report report(Run.Outcome outcome) {
        Tally tally = outcome.tally();
        double seconds = outcome.measured().seconds();
        double perSecond = outcome.measured().perSecond();
        double turns = Math.max(1, tally.turns());
        Costs costs = outcome.measured().costs();
        Map<String, Object> cpu = new TreeMap<>();
        costs.cpuSeconds().forEach((kind, spent) -> cpu.put(kind, round(spent * 1e6 / turns)));
        Aftermath after = outcome.aftermath();
        Report report = new Report()
                .metric("turnsPerSecond", round(perSecond))
                .metric("ratio", round(perSecond / outcome.limit().perSecond()))
                .metric("limitPerSecond", round(outcome.limit().perSecond()))
                .metric("limitBy", outcome.limit().by())
                .metric("acceptP50Millis", round(Tally.millis(tally.accept(), 50)))
                .metric("acceptP95Millis", round(Tally.millis(tally.accept(), 95)))
                .metric("acceptP99Millis", round(Tally.millis(tally.accept(), 99)))
                .metric("answerP50Millis", round(Tally.millis(tally.answer(), 50)))
                .metric("answerP95Millis", round(Tally.millis(tally.answer(), 95)))
                .metric("answerP99Millis", round(Tally.millis(tally.answer(), 99)))
                .metric("lost", after.lost() + tally.neverAnswered())
                .metric("answeredTwice", after.answeredTwice() + tally.answeredTwice())
                .metric("foreignCanaries", outcome.canaries().foreign())
                .metric("streamGaps", tally.streamGaps())
                .metric("broken", after.breaches().values().stream().filter(count -> count > 0).count())
                .metric("turns", tally.turns())
                .metric("turnsOfTheWholeRun", tally.allTurns())
                .metric("conversations", tally.conversationsEnded())
                .metric("cpuMicrosPerTurn", cpu)
                .metric("databaseMicrosPerTurn", round(costs.databaseSeconds() * 1e6 / turns))
                .metric("commitsPerTurn", round(costs.commits() / turns))
                .metric("timesLimited", tally.timesLimited())
                .metric("timesTriedAgain", tally.timesAgain())
                .metric("kills", outcome.starts().size())
                .metric("inFlight", round(outcome.measured().waiting()))
                .metric("fresh", outcome.plan().besides().fresh())
                .metric("learnt", outcome.plan().jvm().learnt())
                .metric("secondsMeasured", round(seconds))
                .metric("tenants", outcome.plan().tenants())
                .metric("platforms", outcome.plan().platforms())
                .metric("together", outcome.plan().together())
                .metric("cores", Runtime.getRuntime().availableProcessors())
                .table(kinds(tally));
        if (outcome.starts().isEmpty()) {
            report.metric("allocatedKilobytesPerTurn", round(costs.allocatedBytes() / 1024 / turns));
        }
        if (outcome.plan().kill() != null) {
            // A kill that nothing was answered after any more has no time, and is seen by there being fewer of them.
            report.metric("firstAnswersAfterKills", tally.afterKills().size())
                    .metric("firstAnswerAfterKillMillis", round(tally.afterKills().stream().mapToDouble(one -> one).max().orElse(-1)));
        }
        outcome.besides().forEach(report::metric);
        report
                .table(new Table(List.of("what must hold", "broken by"), after.breaches().entrySet().stream()
                        .map(one -> List.of(one.getKey(), "" + one.getValue()))
                        .toList()));
        if (!tally.surprises().isEmpty()) {
            report.table(new Table(List.of("what nobody expected"), tally.surprises().stream().map(List::of).toList()));
        }
        List<Way> blind = outcome.canaries().blind(ways(outcome.plan()));
        report.table(outcome.canaries().table()).metric("blindWays", blind);
        List<String> leaks = outcome.canaries().leaks();
        if (!leaks.isEmpty()) {
            report.table(new Table(List.of("foreign words"), leaks.stream().map(List::of).toList()));
        }
        boolean clean = after.holds()
                && outcome.canaries().foreign() == 0
                && blind.isEmpty()
                && tally.neverAnswered() + tally.answeredTwice() + tally.streamGaps() == 0;
        report.table(new Table(List.of("in a sentence"), List.of(List.of("%,d turns, %d lost, %d answered twice, %d foreign canaries".formatted(
                tally.allTurns(),
                after.lost() + tally.neverAnswered(),
                after.answeredTwice() + tally.answeredTwice(),
                outcome.canaries().foreign())))));
        return clean ? report : report.failed();
    }

    /** Without a model nothing asks one. */
    private static Set<Way> ways(Plan plan) {
        return plan.besides().modelMillis() == null
                ? EnumSet.complementOf(EnumSet.of(Way.PROMPT))
                : EnumSet.allOf(Way.class);
    }

    private static Table kinds(Tally tally) {
        List<List<String>> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            var times = tally.answer(kind);
            rows.add(List.of(
                    kind.name().toLowerCase(Locale.ROOT),
                    "" + times.getTotalCount(),
                    "%.1f".formatted(Tally.millis(times, 50)),
                    "%.1f".formatted(Tally.millis(times, 99))));
        }
        return new Table(List.of("kind", "turns", "p50 ms", "p99 ms"), rows);
    }

    static double round(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
    }
}
