package io.openteller.bench.turns;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.patrons.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same load over ever more banks, each time on a machine and a database of its own: as many messages a second, streams, and
 * conversations of earlier days in all.
 */
final class BankCounts {

    /** So few that one bank's limits and a slow machine allow them. */
    private static final int PER_SECOND = 30;

    private final Plan plan;
    private final List<Integer> counts;
    private final Progress progress;

    BankCounts(Plan plan, List<Integer> counts, Progress progress) {
        this.plan = plan;
        this.counts = counts;
        this.progress = progress;
    }

    Report go() {
        int perSecond = plan.perSecond() > 0 ? plan.perSecond() : PER_SECOND;
        List<Run.Outcome> outcomes = new ArrayList<>();
        for (int count : counts) {
            progress.say(count + " banks");
            Run.Outcome outcome = new Run(plan.of(count, perSecond), progress).go();
            Measured measured = outcome.measured();
            progress.say("%d banks: %.0f us of the platform's processor time for each turn, %.0f of the database's".formatted(
                    count, micros(measured, "platform"), micros(measured, "database")));
            outcomes.add(outcome);
        }
        Report report = report(counts, outcomes).metric("perSecond", perSecond);
        progress.say("report: " + new HtmlReport(outcomes.getLast(), report).write());
        return report;
    }

    static Report report(List<Integer> counts, List<Run.Outcome> outcomes) {
        Map<String, Object> platform = new LinkedHashMap<>();
        Map<String, Object> database = new LinkedHashMap<>();
        Map<String, Object> commits = new LinkedHashMap<>();
        Map<String, Object> turns = new LinkedHashMap<>();
        Map<String, Object> waits = new LinkedHashMap<>();
        List<Double> costs = new ArrayList<>();
        Report report = new Report();
        for (int i = 0; i < counts.size(); i++) {
            String count = "" + counts.get(i);
            Measured measured = outcomes.get(i).measured();
            double ofPlatform = micros(measured, "platform");
            double ofDatabase = micros(measured, "database");
            costs.add(ofPlatform + ofDatabase);
            platform.put(count, TurnsSuite.round(ofPlatform));
            database.put(count, TurnsSuite.round(ofDatabase));
            commits.put(count, TurnsSuite.round(measured.costs().commits() / turns(measured)));
            turns.put(count, measured.tally().turns());
            waits.put(count, TurnsSuite.round(Tally.millis(measured.tally().answer(), 99)));
            Report one = TurnsSuite.report(outcomes.get(i));
            if (one.isFailed()) {
                report.failed();
                one.tables().forEach(report::table);
            }
        }
        double highest = costs.stream().mapToDouble(one -> one).max().orElse(0);
        double lowest = costs.stream().mapToDouble(one -> one).min().orElse(1);
        return report.metric("flatness", TurnsSuite.round(highest / lowest))
                .metric("platformMicrosPerTurn", platform)
                .metric("databaseMicrosPerTurn", database)
                .metric("commitsPerTurn", commits)
                .metric("turns", turns)
                .metric("answerP99Millis", waits)
                .metric("cores", Runtime.getRuntime().availableProcessors());
    }

    private static double micros(Measured measured, String kind) {
        return measured.costs().cpuSeconds().getOrDefault(kind, 0.0) * 1e6 / turns(measured);
    }

    private static double turns(Measured measured) {
        return Math.max(1, measured.tally().turns());
    }
}
