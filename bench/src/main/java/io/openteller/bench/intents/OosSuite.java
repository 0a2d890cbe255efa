package io.openteller.bench.intents;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Labelled;
import io.openteller.bench.input.Options;
import io.openteller.bench.intents.Threshold.Judged;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trains on what is in scope, chooses the threshold on the valid file, measures on the test file. */
public final class OosSuite implements Suite {

    @Override
    public String name() {
        return "oos";
    }

    @Override
    public String usage() {
        return "--train T.csv --valid V.csv --test S.csv [--cache DIR]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Labelled> train = Labelled.of(options.file("--train")).stream()
                .filter(row -> row.kind().isEmpty() || row.isInScope())
                .toList();
        List<Labelled> valid = both("--valid", options);
        List<Labelled> test = both("--test", options);
        TrainedIntents model = Models.train(train, options, progress);
        double threshold = Threshold.on(judge(model, valid));
        progress.say("threshold %.4f, chosen on %d rows".formatted(threshold, valid.size()));
        List<Judged> judged = judge(model, test);
        return new Report()
                .metric("inScopeAccuracy", share(judged, true, threshold))
                .metric("oosRecall", share(judged, false, threshold))
                .metric("auroc", Threshold.auroc(judged))
                .metric("byKind", byKind(test, judged, threshold))
                .metric("threshold", threshold)
                .metric("inScopeAccuracyWithoutRefusing", share(judged, true, -1))
                .metric("trainRows", train.size())
                .metric("testRows", test.size());
    }

    private static List<Labelled> both(String option, Options options) {
        List<Labelled> rows = Labelled.of(options.file(option));
        long inside = rows.stream().filter(Labelled::isInScope).count();
        if (inside == 0 || inside == rows.size()) {
            throw new BadInput(option + ": needs rows in scope and rows labelled " + Labelled.OUT_OF_SCOPE);
        }
        return rows;
    }

    private static List<Judged> judge(TrainedIntents model, List<Labelled> rows) {
        return rows.parallelStream()
                .map(row -> {
                    Prediction prediction = model.weigh(row.text());
                    boolean right = row.isInScope() && prediction.best().intent().equals(row.label());
                    return new Judged(prediction.scope(), right, row.isInScope(), row.kind());
                })
                .toList();
    }

    /** In scope: accepted, and the right intent. Out of scope: refused. */
    private static double share(List<Judged> judged, boolean inScope, double threshold) {
        return judged.stream()
                .filter(one -> one.inScope() == inScope)
                .mapToInt(one -> isRight(one, threshold) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static boolean isRight(Judged one, double threshold) {
        boolean accepted = one.scope() >= threshold;
        return one.inScope() ? accepted && one.right() : !accepted;
    }

    private static Map<String, Double> byKind(List<Labelled> rows, List<Judged> judged, double threshold) {
        Map<String, List<Integer>> kinds = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).kind().isEmpty()) {
                kinds.computeIfAbsent(rows.get(i).kind(), kind -> new ArrayList<>())
                        .add(isRight(judged.get(i), threshold) ? 1 : 0);
            }
        }
        Map<String, Double> recall = new TreeMap<>();
        kinds.forEach((kind, hits) ->
                recall.put(kind, hits.stream().mapToInt(Integer::intValue).average().orElse(0)));
        return recall;
    }
}
