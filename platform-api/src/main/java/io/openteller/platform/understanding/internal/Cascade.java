package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.TrainedIntents;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lets the words decide where they leave no doubt; else compares the message's meaning with all examples. */
record Cascade(
        List<String> intents,
        SentenceVectors vectors,
        Grams grams,
        WordModel words,
        KernelModel kernel,
        Calibration calibration,
        List<HeldOut> heldOut,
        Provenance provenance)
        implements TrainedIntents {

    @Override
    public Prediction predict(String text) {
        SparseRow known = grams.of(text);
        float[] byWords = words.of(known);
        if (byWords[WordModel.best(byWords)] >= calibration.sureFrom()) {
            return new Prediction(ranked(byWords), 1, true);
        }
        return compared(text, known);
    }

    @Override
    public Prediction weigh(String text) {
        return compared(text, grams.of(text));
    }

    private Prediction compared(String text, SparseRow known) {
        if (known.at().length == 0) {
            // A script or language without examples: the sentence models would see a meaning in it all the same.
            float[] none = new float[intents.size()];
            Arrays.fill(none, 1f / none.length);
            return new Prediction(ranked(none), 0, false);
        }
        KernelModel.Scores scores = kernel.score(vectors.of(text), known);
        float[] probabilities = Calibration.probabilities(scores.each(), calibration.sharpness());
        return new Prediction(ranked(probabilities), Calibration.scope(scores), false);
    }

    @Override
    public double usualScope() {
        return calibration.usualScope();
    }

    @Override
    public byte[] bytes() {
        return CascadeBytes.write(this);
    }

    Cascade with(List<HeldOut> guesses) {
        return new Cascade(intents, vectors, grams, words, kernel, calibration, guesses, provenance);
    }

    private List<Ranked> ranked(float[] probabilities) {
        return IntStream.range(0, probabilities.length)
                .mapToObj(i -> new Ranked(intents.get(i), probabilities[i]))
                .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
                .toList();
    }
}
