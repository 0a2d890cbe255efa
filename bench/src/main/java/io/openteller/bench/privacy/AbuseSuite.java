package io.openteller.bench.privacy;

import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Options;
import io.openteller.bench.input.Row;
import io.openteller.bench.input.Rows;
import io.openteller.platform.guard.internal.AbuseModel;
import io.openteller.platform.guard.internal.AbuseModel.Example;
import java.util.ArrayList;
import java.util.List;

/** Abuse of the assistant: trains the product's model on one file and measures it on another. */
public final class AbuseSuite implements Suite {

    private static final int PARTS = 5;

    @Override
    public String name() {
        return "abuse";
    }

    @Override
    public String usage() {
        return "--train T.jsonl [--valid V.jsonl] --test S.jsonl";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Example> train = examples(Rows.of(options.file("--train")));
        List<Example> test = examples(Rows.of(options.file("--test")));
        Meanings meanings = new Meanings();
        // The threshold comes from what the models below have not seen of the training file, and from the validation
        // file.
        Scores unseen = new Scores();
        for (int part = 0; part < PARTS; part++) {
            progress.say("part " + (part + 1) + " of " + PARTS);
            List<Example> others = new ArrayList<>();
            List<Example> held = new ArrayList<>();
            for (int i = 0; i < train.size(); i++) {
                // Neighbours come from one conversation and stay together.
                (i / 20 % PARTS == part ? held : others).add(train.get(i));
            }
            unseen.add(AbuseModel.train(others, meanings, 0), held);
        }
        AbuseModel model = AbuseModel.train(train, meanings, 0);
        options.optionalFile("--valid").ifPresent(file -> unseen.add(model, examples(Rows.of(file))));
        double threshold = unseen.bestThreshold();
        progress.say("threshold " + threshold);
        Scores scores = new Scores();
        scores.add(model, test);
        return new Report()
                .metric("rows", test.size())
                .metric("macroF1", scores.macroF1(threshold))
                .metric("auroc", scores.auroc())
                .metric("abuseRecall", scores.recall(threshold))
                .metric("abusePrecision", scores.precision(threshold))
                .metric("threshold", threshold);
    }

    private static List<Example> examples(List<Row> rows) {
        return rows.stream()
                .map(row -> new Example(
                        row.optionalText("agent").orElse(""),
                        row.text("user", "text"),
                        Boolean.parseBoolean(row.text("abusive_majority", "label", "abusive"))))
                .toList();
    }
}
