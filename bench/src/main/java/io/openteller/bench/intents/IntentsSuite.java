package io.openteller.bench.intents;

import io.openteller.bench.Confusion;
import io.openteller.bench.Latency;
import io.openteller.bench.Progress;
import io.openteller.bench.Report;
import io.openteller.bench.Suite;
import io.openteller.bench.input.Labelled;
import io.openteller.bench.input.Options;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Prediction;
import java.util.List;

/** Trains on one file, predicts another; messages are read one at a time, on one thread. */
public final class IntentsSuite implements Suite {

    private static final int WARM_UP = 200;
    private static final int MISTAKES = 15;

    @Override
    public String name() {
        return "intents";
    }

    @Override
    public String usage() {
        return "--train T.csv --test S.csv [--cache DIR]";
    }

    @Override
    public Report run(Options options, Progress progress) {
        List<Labelled> train = Labelled.of(options.file("--train"));
        List<Labelled> test = Labelled.of(options.file("--test"));
        TrainedIntents model = Models.train(train, options, progress);
        train.stream().limit(WARM_UP).forEach(row -> model.predict(row.text()));

        Confusion confusion = new Confusion();
        Latency all = new Latency();
        Latency words = new Latency();
        Latency vectors = new Latency();
        double confidence = 0;
        int weighed = 0;
        for (Labelled row : test) {
            Prediction prediction = all.measure(() -> model.predict(row.text()));
            (prediction.shortcut() ? words : vectors).add(all.last());
            confidence += prediction.best().probability();
            weighed += model.weigh(row.text()).best().intent().equals(row.label()) ? 1 : 0;
            confusion.add(row.label(), prediction.best().intent());
        }
        return new Report()
                .metric("accuracy", confusion.accuracy())
                .metric("macroF1", confusion.macroF1())
                .metric("p50Micros", all.micros(50))
                .metric("p95Micros", all.micros(95))
                .metric("accuracyWithoutShortcut", weighed / (double) test.size())
                .metric("fastShare", words.size() / (double) test.size())
                .metric("fastP50Micros", words.micros(50))
                .metric("vectorP50Micros", vectors.micros(50))
                .metric("vectorP95Micros", vectors.micros(95))
                .metric("meanConfidence", confidence / test.size())
                .metric("trainRows", train.size())
                .metric("testRows", test.size())
                .table(confusion.mistakes(MISTAKES));
    }
}
