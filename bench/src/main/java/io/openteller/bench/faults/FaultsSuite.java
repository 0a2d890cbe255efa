package io.openteller.bench.faults;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.Table;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What breaks around a platform is broken on purpose. With {@code --planted} each scenario meets a platform with a bug that it has to
 * find: then it is the scenario that is tried.
 */
public final class FaultsSuite implements Suite {

    @Override
    public String name() {
        return "faults";
    }

    @Override
    public String usage() {
        return "[--only NAME,NAME] [--quick yes] [--planted yes] [--demo demo/banks]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        Path demo = options.folder("--demo").orElse(Path.of("demo", "banks"));
        if (!Files.isDirectory(demo)) {
            throw new BadInput("--demo: no folder " + demo);
        }
        List<Scenario> chosen = chosen(options);
        boolean planted = options.text("--planted").isPresent();
        long begun = System.nanoTime();
        List<Outcome> outcomes = planted ? Outcome.planted(chosen, demo, progress) : Outcome.of(chosen, demo, progress);
        List<String> failed = outcomes.stream()
                .filter(outcome -> !outcome.isHeld())
                .map(outcome -> outcome.scenario().name())
                .toList();
        Report report = new Report()
                .metric("suite", name())
                .metric("scenarios", outcomes.size())
                .metric("held", outcomes.size() - failed.size())
                .metric("failed", failed)
                .metric("foreignCanaries", read(outcomes).stream().mapToLong(Canaries::foreign).sum())
                .metric("planted", planted)
                .metric("seconds", (System.nanoTime() - begun) / 1_000_000_000)
                .metric("recoverySeconds", recoveries(outcomes));
        outcomes.forEach(outcome -> report.table(table(outcome)));
        read(outcomes).forEach(canaries -> report.table(canaries.table()));
        if (planted) {
            List<String> blind = outcomes.stream()
                    .filter(Outcome::isHeld)
                    .map(outcome -> outcome.scenario().name())
                    .toList();
            report.metric("blind", blind);
        }
        // With a bug planted a scenario that holds is the one that is no good; and the command says so, too.
        return failed.isEmpty() ? report : report.failed();
    }

    private static List<Scenario> chosen(Options options) {
        List<Scenario> all = Scenarios.ALL;
        if (options.text("--quick").isPresent()) {
            return all.stream().filter(Scenario::isQuick).toList();
        }
        if (options.text("--only").isEmpty()) {
            return all;
        }
        List<Scenario> chosen = new ArrayList<>();
        for (String name : options.text("--only").get().split(",", -1)) {
            chosen.add(all.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("--only: no scenario '" + name + "'; there are: "
                            + all.stream().map(Scenario::name).collect(Collectors.joining(", ")))));
        }
        return chosen;
    }

    private static Map<String, Object> recoveries(List<Outcome> outcomes) {
        Map<String, Object> all = new TreeMap<>();
        outcomes.forEach(outcome -> outcome.findings().times().values().stream()
                .mapToLong(Duration::toMillis)
                .max()
                .ifPresent(most -> all.put(outcome.scenario().name(), most / 1000.0)));
        return all;
    }

    /** One for each ground; a scenario that failed left its own to nobody. */
    private static Set<Canaries> read(List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::canaries).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Table table(Outcome outcome) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("must hold", outcome.scenario().mustHold()));
        if (outcome.planted()) {
            rows.add(List.of("planted", outcome.scenario().planted()));
        }
        rows.add(List.of(outcome.isHeld() ? "held" : "FAILED", outcome.isHeld() ? "yes" : "no"));
        outcome.findings().breaches().forEach(breach -> rows.add(List.of("breach", breach)));
        outcome.findings().times().forEach((from, took) ->
                rows.add(List.of("time", "%s: %.1f s".formatted(from, took.toMillis() / 1000.0))));
        outcome.findings().notes().forEach(note -> rows.add(List.of("note", note)));
        return new Table(List.of(outcome.scenario().name(), ""), rows);
    }
}
