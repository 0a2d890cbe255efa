package io.openteller.platform.guard.internal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Logistic regression over {@link Grams} and, if wanted, sentence vectors; trained by gradient steps that shrink per slot. */
final class YesNoModel {

    private static final double STEP = 0.5;

    private final float[] weights = new float[Grams.SLOTS];
    private final float[] dense;
    private double bias;

    private YesNoModel(int dimensions) {
        dense = new float[dimensions];
    }

    /**
     * One example.
     *
     * @param vector of the length that the model was made for; empty if it uses none
     * @param weight how much it counts
     */
    record Example(Map<Integer, Float> grams, float[] vector, boolean yes, double weight) {}

    /** @param decay pulls weights towards nothing; more for fewer examples */
    static YesNoModel train(List<Example> examples, int rounds, double decay) {
        YesNoModel model = new YesNoModel(examples.getFirst().vector().length);
        float[] sums = new float[Grams.SLOTS];
        float[] denseSums = new float[model.dense.length];
        double biasSum = 1e-6;
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(3);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                double error =
                        (model.score(example.grams(), example.vector()) - (example.yes() ? 1 : 0)) * example.weight();
                example.grams().forEach((slot, value) -> {
                    double gradient = error * value + decay * model.weights[slot];
                    sums[slot] += (float) (gradient * gradient);
                    model.weights[slot] -= (float) (STEP * gradient / Math.sqrt(sums[slot] + 1e-8));
                });
                for (int i = 0; i < model.dense.length; i++) {
                    double gradient = error * example.vector()[i] + decay * model.dense[i];
                    denseSums[i] += (float) (gradient * gradient);
                    model.dense[i] -= (float) (STEP * gradient / Math.sqrt(denseSums[i] + 1e-8));
                }
                biasSum += error * error;
                model.bias -= STEP * error / Math.sqrt(biasSum);
            }
        }
        return model;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(bias);
        out.writeInt(dense.length);
        LearntFile.writeSparse(out, dense);
        LearntFile.writeSparse(out, weights);
    }

    static YesNoModel read(DataInputStream in) throws IOException {
        double bias = in.readDouble();
        YesNoModel model = new YesNoModel(in.readInt());
        model.bias = bias;
        LearntFile.readSparse(in, model.dense);
        LearntFile.readSparse(in, model.weights);
        return model;
    }

    double score(Map<Integer, Float> grams, float[] vector) {
        double sum = bias;
        for (var gram : grams.entrySet()) {
            sum += weights[gram.getKey()] * gram.getValue();
        }
        for (int i = 0; i < dense.length; i++) {
            sum += dense[i] * vector[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** The words that speak loudest for yes. */
    List<String> reasons(Grams grams, int most) {
        return grams.words().entrySet().stream()
                .filter(word -> word.getKey().length() > 2 && weights[word.getValue()] > 0)
                .sorted(Comparator.comparingDouble(word -> -weights[word.getValue()]))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
