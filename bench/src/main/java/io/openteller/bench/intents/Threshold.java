package io.openteller.bench.intents;

import java.util.Comparator;
import java.util.List;

/** Chooses how much like the taught messages a message must be, and judges by it. */
final class Threshold {

    /**
     * @param right whether the guessed intent is the labelled one; never for a message out of scope
     */
    record Judged(double scope, boolean right, boolean inScope) {}

    private Threshold() {}

    /**
     * The threshold with the best sum of in-scope accuracy and out-of-scope recall. Both are shares of their own kind, so it
     * does not matter how many rows of each a file has.
     */
    static double best(List<Judged> valid) {
        List<Judged> sorted =
                valid.stream().sorted(Comparator.comparingDouble(Judged::scope)).toList();
        double inside = valid.stream().filter(Judged::inScope).count();
        double outside = valid.size() - inside;
        double sum = valid.stream().filter(Judged::right).count() / inside;
        double best = sum;
        double threshold = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Judged refused = sorted.get(i);
            sum += refused.inScope() ? (refused.right() ? -1 / inside : 0) : 1 / outside;
            if (sum > best) {
                best = sum;
                double next = i + 1 < sorted.size() ? sorted.get(i + 1).scope() : 1;
                threshold = (refused.scope() + next) / 2;
            }
        }
        return threshold;
    }

    /** How often a message in scope has more of it than one out of scope; ties count half. */
    static double auroc(List<Judged> all) {
        double[] inside = scopes(all, true);
        double[] outside = scopes(all, false);
        double wins = 0;
        for (double in : inside) {
            for (double out : outside) {
                wins += in > out ? 1 : in == out ? 0.5 : 0;
            }
        }
        return wins / ((double) inside.length * outside.length);
    }

    private static double[] scopes(List<Judged> all, boolean inScope) {
        return all.stream()
                .filter(one -> one.inScope() == inScope)
                .mapToDouble(Judged::scope)
                .toArray();
    }
}
