package io.openteller.bench.privacy;

import io.openteller.platform.guard.internal.AbuseModel;
import io.openteller.platform.guard.internal.AbuseModel.Example;
import java.util.ArrayList;
import java.util.List;

/** Scores of examples whose answer is known. */
final class Scores {

    private record Score(double value, boolean abuse) {}

    private final List<Score> scores = new ArrayList<>();

    void add(AbuseModel model, List<Example> examples) {
        examples.forEach(example -> scores.add(
                new Score(model.screen(example.before(), example.message()).score(), example.abuse())));
    }

    double bestThreshold() {
        double best = 0.5;
        for (double threshold = 0.2; threshold < 0.95; threshold += 0.05) {
            best = macroF1(threshold) > macroF1(best) ? threshold : best;
        }
        return best;
    }

    double macroF1(double threshold) {
        return (f1(threshold, true) + f1(threshold, false)) / 2;
    }

    double recall(double threshold) {
        return share(count(threshold, true, true), count(threshold, true, true) + count(threshold, false, true));
    }

    double precision(double threshold) {
        return share(count(threshold, true, true), count(threshold, true, true) + count(threshold, true, false));
    }

    /** How often an abusive message has the higher score of two. */
    double auroc() {
        double wins = 0;
        double pairs = 0;
        for (Score abusive : scores) {
            for (Score other : scores) {
                if (abusive.abuse() && !other.abuse()) {
                    pairs++;
                    wins += abusive.value() > other.value() ? 1 : abusive.value() == other.value() ? 0.5 : 0;
                }
            }
        }
        return share(wins, pairs);
    }

    private double f1(double threshold, boolean abuse) {
        double right = count(threshold, abuse, abuse);
        return share(2 * right, 2 * right + count(threshold, abuse, !abuse) + count(threshold, !abuse, abuse));
    }

    private long count(double threshold, boolean called, boolean abuse) {
        return scores.stream()
                .filter(score -> score.value() >= threshold == called && score.abuse() == abuse)
                .count();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
