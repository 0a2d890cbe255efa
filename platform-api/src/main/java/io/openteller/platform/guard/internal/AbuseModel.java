package io.openteller.platform.guard.internal;

import io.openteller.platform.guard.Screen.Finding;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tells whether a customer abuses the assistant, from the message, what came before it, and what both mean. */
public final class AbuseModel {

    private static final double LETTERS = 0.5;
    private static final int ROUNDS = 8;
    private static final double DECAY = 1e-4;

    /** Length of the meaning beside the length 1 of the words. */
    private static final float MEANING = 3.0f;

    private static final float BEFORE = 0.7f;

    private final YesNoModel model;
    private final Function<List<String>, List<float[]>> meanings;
    private final double threshold;

    private AbuseModel(YesNoModel model, Function<List<String>, List<float[]>> meanings, double threshold) {
        this.model = model;
        this.meanings = meanings;
        this.threshold = threshold;
    }

    /**
     * What somebody said, and whether people called it abuse.
     *
     * @param before what the assistant had said; empty if nothing
     */
    public record Example(String before, String message, boolean abuse) {}

    /**
     * @param meanings a vector for each text, all of one length
     * @param threshold a higher score is abuse
     */
    public static AbuseModel train(
            List<Example> examples, Function<List<String>, List<float[]>> meanings, double threshold) {
        List<float[]> vectors = vectors(examples, meanings);
        double abusive = examples.stream().filter(Example::abuse).count();
        // What is rare counts more, but not as much as if both were equally frequent.
        double more = Math.sqrt((examples.size() - abusive) / Math.max(1, abusive));
        List<YesNoModel.Example> seen = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            Example example = examples.get(i);
            seen.add(new YesNoModel.Example(
                    Grams.of(example.before(), example.message(), LETTERS).weights(),
                    vectors.get(i),
                    example.abuse(),
                    example.abuse() ? more : 1));
        }
        return new AbuseModel(YesNoModel.train(seen, ROUNDS, DECAY), meanings, threshold);
    }

    void write(DataOutputStream out) throws IOException {
        model.write(out);
    }

    static AbuseModel read(
            DataInputStream in, Function<List<String>, List<float[]>> meanings, double threshold) throws IOException {
        return new AbuseModel(YesNoModel.read(in), meanings, threshold);
    }

    public AbuseModel at(double other) {
        return new AbuseModel(model, meanings, other);
    }

    public Finding screen(String before, String message) {
        Example example = new Example(before, message, false);
        Grams grams = Grams.of(before, message, LETTERS);
        double score =
                model.score(grams.weights(), vectors(List.of(example), meanings).getFirst());
        boolean abuse = score >= threshold;
        return new Finding(abuse, score, abuse ? model.reasons(grams, 3) : List.of());
    }

    private static List<float[]> vectors(List<Example> examples, Function<List<String>, List<float[]>> meanings) {
        List<float[]> said =
                meanings.apply(examples.stream().map(Example::message).toList());
        List<float[]> before =
                meanings.apply(examples.stream().map(Example::before).toList());
        List<float[]> joined = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            int length = said.get(i).length;
            float[] both = new float[2 * length];
            for (int d = 0; d < length; d++) {
                both[d] = MEANING * said.get(i)[d];
                both[length + d] = examples.get(i).before().isEmpty() ? 0 : BEFORE * before.get(i)[d];
            }
            joined.add(both);
        }
        return joined;
    }
}
