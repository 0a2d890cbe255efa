package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What left-out examples tell about a model's confidence.
 *
 * @param sharpness scores to the power of this agree with how often the best is right
 * @param sureFrom probability from which the words alone may decide
 * @param usualScope the scope that one in {@value #LOST_ONE_IN} left-out examples stays below
 */
record Calibration(double sharpness, double sureFrom, double usualScope) {

    private static final int LOST_ONE_IN = 25;

    /** Of all messages, the words alone may decide this share otherwise than the whole model would. */
    private static final double CHANGED = 0.001;

    /** A score below is as good as this. */
    private static final float LEAST = 0.005f;

    private static final double LEAST_SURE = 0.8;

    /** What nearness says about scope beside the strength of the best intent. */
    private static final double NEAR = 4;

    static Calibration of(TrainingSet set, KernelFit fit, float[][] words) {
        return new Calibration(sharpness(set, fit), sureFrom(set, fit, words), usualScope(set, fit));
    }

    /**
     * Scores are estimates of probabilities already, some a little below zero and together not one. Raised to the sharpness they
     * are as sure as they are right.
     */
    static float[] probabilities(float[] scores, double sharpness) {
        float[] probabilities = new float[scores.length];
        double total = 0;
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] = (float) Math.pow(Math.clamp(scores[c], LEAST, 1f), sharpness);
            total += probabilities[c];
        }
        for (int c = 0; c < scores.length; c++) {
            probabilities[c] = (float) (probabilities[c] / total);
        }
        return probabilities;
    }

    /** How much a message is like what was taught: how clearly it is one intent, and how near its neighbours are. */
    static double scope(KernelModel.Scores scores) {
        double raw = (scores.strongest() + NEAR * scores.nearness()) / (1 + NEAR);
        return Math.clamp(raw, 0, 1);
    }

    /** That at which the best guesses are as sure, on average, as they are right; the sharper, the surer. */
    private static double sharpness(TrainingSet set, KernelFit fit) {
        double low = 0.5;
        double high = 8;
        for (int step = 0; step < 30; step++) {
            double middle = (low + high) / 2;
            if (tooSure(set, fit, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static boolean tooSure(TrainingSet set, KernelFit fit, double sharpness) {
        double sure = 0;
        int right = 0;
        for (int i = 0; i < set.size(); i++) {
            if (taught(set, i)) {
                float[] probabilities = probabilities(fit.leftOut()[i], sharpness);
                int best = WordModel.best(probabilities);
                sure += probabilities[best];
                right += best == set.labels()[i] ? 1 : 0;
            }
        }
        return sure > right;
    }

    private static double sureFrom(TrainingSet set, KernelFit fit, float[][] words) {
        record Sure(double probability, boolean changed) {}
        List<Sure> all = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            if (taught(set, i)) {
                int best = WordModel.best(words[i]);
                all.add(new Sure(words[i][best], best != WordModel.best(fit.leftOut()[i])));
            }
        }
        all.sort(Comparator.comparingDouble(Sure::probability).reversed());
        int allowed = (int) (CHANGED * all.size());
        for (Sure next : all) {
            if ((next.changed() && allowed-- == 0) || next.probability() < LEAST_SURE) {
                return Math.nextUp(Math.max(LEAST_SURE, next.probability()));
            }
        }
        return LEAST_SURE;
    }

    private static double usualScope(TrainingSet set, KernelFit fit) {
        double[] scopes = new double[set.size()];
        int size = 0;
        for (int i = 0; i < set.size(); i++) {
            if (taught(set, i)) {
                scopes[size++] = scope(new KernelModel.Scores(fit.leftOut()[i], fit.nearness()[i]));
            }
        }
        double[] sorted = Arrays.copyOf(scopes, size);
        Arrays.sort(sorted);
        return sorted[size / LOST_ONE_IN];
    }

    static boolean taught(TrainingSet set, int i) {
        return set.labels()[i] != TrainingSet.NONE && set.weights()[i] == 1;
    }
}
