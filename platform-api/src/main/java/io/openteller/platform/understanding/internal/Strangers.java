package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model would say of each example had nobody taught its intent at all: the requests that a bank has not thought of, as
 * near to its own as they get. Exact, as leaving one example out is, from the inverse of the kernel.
 */
final class Strangers {

    /** Of an intent with more examples, what the model without the one example says of the others must do. */
    private static final int MOST = 400;

    private Strangers() {}

    /**
     * @param factor row i of the factor of the inverse, from its diagonal on
     * @param weights of the regression on all examples
     * @return for each example a score for each intent, nothing for its own
     */
    static float[][] scores(TrainingSet set, float[][] factor, float[][] weights, float[][] leftOut) {
        int intents = set.intents().size();
        float[][] strange = new float[set.size()][intents];
        List<List<Integer>> members = new ArrayList<>();
        for (int c = 0; c < intents; c++) {
            members.add(new ArrayList<>());
        }
        for (int i = 0; i < set.size(); i++) {
            if (set.labels()[i] != TrainingSet.NONE) {
                members.get(set.labels()[i]).add(i);
            }
        }
        IntStream.range(0, intents).parallel().forEach(c -> {
            List<Integer> own = members.get(c);
            if (own.size() > MOST) {
                own.forEach(i -> System.arraycopy(leftOut[i], 0, strange[i], 0, intents));
            } else {
                without(own, factor, weights, strange);
            }
            own.forEach(i -> strange[i][c] = 0);
        });
        return strange;
    }

    /** The nearest examples of the intent that it is taken for. */
    static KernelModel.Scores scores(TrainingSet set, int i, float[] strange) {
        int best = KernelModel.Scores.best(strange);
        Nearest nearest = new Nearest();
        for (int j = 0; j < set.size(); j++) {
            if (set.labels()[j] == best && j != i) {
                nearest.see(cosine(set.vectors().get(i), set.vectors().get(j)));
            }
        }
        return new KernelModel.Scores(strange, nearest.mean());
    }

    /** With A the members' block of the inverse: their values less A⁻¹ times their weights; other intents' values are 0. */
    private static void without(List<Integer> own, float[][] factor, float[][] weights, float[][] strange) {
        int size = own.size();
        double[][] block = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                block[a][b] = shared(own.get(a), factor[own.get(a)], own.get(b), factor[own.get(b)]);
            }
        }
        factor(block);
        double[] values = new double[size];
        for (int c = 0; c < strange[0].length && size > 0; c++) {
            for (int a = 0; a < size; a++) {
                values[a] = weights[own.get(a)][c];
            }
            solve(block, values);
            for (int a = 0; a < size; a++) {
                strange[own.get(a)][c] = (float) -values[a];
            }
        }
    }

    /** The product of two rows of the factor; the row of a later example begins later. */
    private static double shared(int later, float[] laterRow, int earlier, float[] earlierRow) {
        double sum = 0;
        int ahead = later - earlier;
        for (int k = 0; k < laterRow.length; k++) {
            sum += laterRow[k] * earlierRow[k + ahead];
        }
        return sum;
    }

    private static void factor(double[][] block) {
        for (int a = 0; a < block.length; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = block[a][b];
                for (int k = 0; k < b; k++) {
                    sum -= block[a][k] * block[b][k];
                }
                block[a][b] = a == b ? Math.sqrt(sum) : sum / block[b][b];
            }
        }
    }

    private static void solve(double[][] lower, double[] values) {
        for (int a = 0; a < values.length; a++) {
            for (int k = 0; k < a; k++) {
                values[a] -= lower[a][k] * values[k];
            }
            values[a] /= lower[a][a];
        }
        for (int a = values.length - 1; a >= 0; a--) {
            for (int k = a + 1; k < values.length; k++) {
                values[a] -= lower[k][a] * values[k];
            }
            values[a] /= lower[a][a];
        }
    }

    private static float cosine(float[] one, float[] other) {
        float sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
