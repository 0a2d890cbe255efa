package io.openteller.bench.intents;

import io.openteller.bench.Progress;
import io.openteller.bench.input.BadInput;
import io.openteller.bench.input.Labelled;
import io.openteller.bench.input.Options;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentTraining;
import io.openteller.platform.understanding.IntentTraining.Example;
import io.openteller.platform.understanding.TrainedIntents;
import java.util.List;

/** Trains the product's classifier, as a bank would, with what it does by default. */
final class Models {

    private Models() {}

    static TrainedIntents train(List<Labelled> rows, Options options, Progress progress) {
        SentenceVectors plain = SentenceVectors.local();
        SentenceVectors vectors = options.folder("--cache")
                .<SentenceVectors>map(folder -> new KeptVectors(plain, folder))
                .orElse(plain);
        List<Example> examples = rows.stream()
                .map(row -> new Example(row.isInScope() ? row.label() : IntentTraining.NO_INTENT, row.text()))
                .toList();
        long begun = System.nanoTime();
        try {
            TrainedIntents model = IntentTraining.with(vectors).train(examples, progress::say);
            progress.say("trained in %.1f s: %s".formatted((System.nanoTime() - begun) / 1e9, model.provenance()));
            return model;
        } catch (IllegalArgumentException unusable) {
            throw new BadInput("--train: " + unusable.getMessage());
        }
    }
}
