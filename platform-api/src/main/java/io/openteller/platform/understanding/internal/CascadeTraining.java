package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentTraining;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.HeldOut;
import io.openteller.platform.understanding.TrainedIntents.Provenance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Trains {@link Cascade}s. */
@Singleton
public final class CascadeTraining implements IntentTraining {

    /** How many texts become vectors between two lines of progress. */
    private static final int BATCH = 1000;

    private final SentenceVectors vectors;

    CascadeTraining(SentenceVectors vectors) {
        this.vectors = vectors;
    }

    public static IntentTraining with(SentenceVectors vectors) {
        return new CascadeTraining(vectors);
    }

    @Override
    public TrainedIntents train(List<Example> given, Consumer<String> progress) {
        Examples examples = Examples.of(given);
        List<String> texts = examples.texts();
        List<float[]> meanings = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            meanings.addAll(vectors.of(texts.subList(from, Math.min(texts.size(), from + BATCH))));
            progress.accept("read " + meanings.size() + " of " + texts.size() + " examples");
        }
        Grams grams = Grams.learn(texts);
        var set = new TrainingSet(
                examples.intents(),
                meanings,
                texts.stream().map(grams::of).toList(),
                examples.labels(),
                examples.weights());
        KernelFit fit = KernelFit.of(set, grams.size(), progress);
        float[][] byWords = WordModel.leftOut(set, grams.size());
        WordModel words = WordModel.train(set, grams.size());
        progress.accept("learned the words");
        Calibration calibration = Calibration.of(set, fit, byWords);
        List<HeldOut> heldOut = heldOut(examples, set, fit, calibration);
        long right = heldOut.stream()
                .filter(guess -> guess.intent().equals(guess.predicted()))
                .count();
        Provenance provenance = new Provenance(
                Examples.hash(given),
                given.size(),
                examples.intents().size(),
                "reach %s, grams %s, slack %s; %s"
                        .formatted(KernelModel.REACH, KernelModel.GRAMS, KernelModel.SLACK, calibration),
                right / (double) heldOut.size());
        return new Cascade(
                examples.intents(), vectors, grams, words, fit.model(), calibration, heldOut, provenance);
    }

    @Override
    public TrainedIntents restore(byte[] bytes) {
        return CascadeBytes.read(bytes, vectors);
    }

    private static List<HeldOut> heldOut(Examples examples, TrainingSet set, KernelFit fit, Calibration calibration) {
        return IntStream.range(0, set.size())
                .parallel()
                .filter(i -> Calibration.taught(set, i))
                .mapToObj(i -> {
                    float[] probabilities = Calibration.probabilities(fit.leftOut()[i], calibration.sharpness());
                    int best = WordModel.best(probabilities);
                    return new HeldOut(
                            set.intents().get(set.labels()[i]),
                            examples.texts().get(i),
                            set.intents().get(best),
                            probabilities[best],
                            Calibration.scope(new KernelModel.Scores(fit.leftOut()[i], fit.nearness()[i])),
                            Calibration.scope(Strangers.scores(set, i, fit.strange()[i])));
                })
                .toList();
    }
}
