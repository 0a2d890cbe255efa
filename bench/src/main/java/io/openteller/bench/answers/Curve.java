package io.openteller.bench.answers;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with L2, by default with no weight below 0: a part that is better must never make an answer less sure. By
 * projected gradient on standardised parts, without chance, so that the same examples give the same curve.
 */
record Curve(List<String> names, double[] weights, double bias) {

    static final double L2 = 1.5;
    private static final int STEPS = 4000;
    private static final double RATE = 0.5;

    static Curve of(List<String> names, List<Example> examples) {
        return of(names, examples, 0);
    }

    /** For what only puts one before another, and is not held to "the more the better". */
    static Curve ofAnySign(List<String> names, List<Example> examples) {
        return of(names, examples, Double.NEGATIVE_INFINITY);
    }

    private static Curve of(List<String> names, List<Example> examples, double least) {
        int width = names.size();
        double[] mean = new double[width];
        double[] spread = new double[width];
        for (int i = 0; i < width; i++) {
            String name = names.get(i);
            double middle = examples.stream().mapToDouble(one -> one.part(name)).average().orElse(0);
            mean[i] = middle;
            spread[i] = 1e-6 + Math.sqrt(examples.stream()
                    .mapToDouble(one -> (one.part(name) - middle) * (one.part(name) - middle))
                    .average()
                    .orElse(0));
        }
        double[][] rows = examples.stream()
                .map(one -> standard(names, one, mean, spread))
                .toArray(double[][]::new);
        double[] found = climb(rows, examples, least);
        double bias = found[width];
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
            weights[i] = found[i] / spread[i];
            bias -= weights[i] * mean[i];
        }
        return new Curve(names, weights, bias);
    }

    double at(Example example) {
        double sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * example.part(names.get(i));
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    private static double[] standard(List<String> names, Example one, double[] mean, double[] spread) {
        double[] row = new double[names.size() + 1];
        for (int i = 0; i < names.size(); i++) {
            row[i] = (one.part(names.get(i)) - mean[i]) / spread[i];
        }
        row[names.size()] = 1;
        return row;
    }

    private static double[] climb(double[][] rows, List<Example> examples, double least) {
        int width = rows.length == 0 ? 1 : rows[0].length;
        double all = examples.stream().mapToDouble(Example::weight).sum();
        double[] found = new double[width];
        double[] slope = new double[width];
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(slope, 0);
            for (int row = 0; row < rows.length; row++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += found[i] * rows[row][i];
                }
                Example one = examples.get(row);
                double off = one.weight() * ((one.right() ? 1 : 0) - 1 / (1 + StrictMath.exp(-sum))) / all;
                for (int i = 0; i < width; i++) {
                    slope[i] += off * rows[row][i];
                }
            }
            for (int i = 0; i < width; i++) {
                boolean isBias = i == width - 1;
                double moved = found[i] + RATE * (slope[i] - (isBias ? 0 : L2 * found[i] / rows.length));
                found[i] = isBias ? moved : Math.max(least, moved);
            }
        }
        return found;
    }
}
