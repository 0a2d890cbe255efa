package io.openteller.platform.understanding.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Kernel ridge regression on all examples, exactly; with it, for free, what the model would say of each example had it not been
 * taught it.
 *
 * @param leftOut scores for each example without it
 * @param strange scores for each example without any of its intent, which has none itself
 * @param nearness of each example to the nearest others of its intent
 */
record KernelFit(KernelModel model, float[][] leftOut, float[][] strange, double[] nearness) {

    private static final int BLOCK = 64;
    private static final int TILE = 512;

    static KernelFit of(TrainingSet set, int gramCount, Consumer<String> progress) {
        int n = set.size();
        int intents = set.intents().size();
        float[][] columns = transposed(set.vectors());
        SymmetricMatrix matrix = SymmetricMatrix.ofSize(n);
        cosines(set.vectors(), columns, matrix.rows());
        double[] nearness = nearness(matrix.rows(), set.labels());
        int[][] holders = holders(set.grams(), gramCount);
        IntStream.range(0, n).parallel().forEach(i -> complete(set, i, holders, matrix.rows()[i]));
        progress.accept("compared " + n + " examples with each other");
        matrix.factor();
        progress.accept("solved the first half");
        matrix.invertFactor();
        progress.accept("solved the second half");
        float[][] inverse = matrix.rows();

        // With W the factor of the inverse, the weights are WWᵀY; Y has a single 1 in a row.
        float[][] half = new float[intents][n];
        for (int i = 0; i < n; i++) {
            if (set.labels()[i] != TrainingSet.NONE) {
                Spans.add(half[set.labels()[i]], i, n - i, 1, inverse[i], 0);
            }
        }
        float[][] halfRows = transposed(List.of(half));
        float[][] weights = new float[n][intents];
        float[][] leftOut = new float[n][intents];
        IntStream.range(0, n).parallel().forEach(i -> {
            float[] row = inverse[i];
            double own = 0;
            for (int j = 0; j < row.length; j++) {
                Spans.add(weights[i], 0, intents, row[j], halfRows[i + j], 0);
                own += row[j] * row[j];
            }
            for (int c = 0; c < intents; c++) {
                leftOut[i][c] = (set.labels()[i] == c ? 1 : 0) - (float) (weights[i][c] / own);
            }
        });
        float[][] gramWeights = new float[gramCount][intents];
        for (int i = 0; i < n; i++) {
            SparseRow grams = set.grams().get(i);
            for (int g = 0; g < grams.at().length; g++) {
                Spans.add(gramWeights[grams.at()[g]], 0, intents, grams.value()[g], weights[i], 0);
            }
        }
        float[][] strange = Strangers.scores(set, inverse, weights, leftOut);
        return new KernelFit(
                new KernelModel(set.labels(), columns, weights, gramWeights), leftOut, strange, nearness);
    }

    static float[][] transposed(List<float[]> rows) {
        float[][] columns = new float[rows.getFirst().length][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            float[] row = rows.get(i);
            for (int d = 0; d < row.length; d++) {
                columns[d][i] = row[d];
            }
        }
        return columns;
    }

    private static void cosines(List<float[]> vectors, float[][] columns, float[][] rows) {
        int n = vectors.size();
        IntStream.range(0, (n + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            int begin = block * BLOCK;
            int end = Math.min(n, begin + BLOCK);
            for (int tile = begin; tile < n; tile += TILE) {
                for (int d = 0; d < columns.length; d += 4) {
                    for (int i = begin; i < end; i++) {
                        int left = Math.max(i, tile);
                        int length = Math.min(n, tile + TILE) - left;
                        float[] x = vectors.get(i);
                        Spans.add(
                                rows[i], left - i, length,
                                x[d], columns[d], left,
                                x[d + 1], columns[d + 1], left,
                                x[d + 2], columns[d + 2], left,
                                x[d + 3], columns[d + 3], left);
                    }
                }
            }
        });
    }

    /** As {@link KernelModel} finds it for a message: here each example is in its own row and in those of all before it. */
    private static double[] nearness(float[][] rows, int[] labels) {
        Nearest[] nearest = new Nearest[rows.length];
        for (int i = 0; i < rows.length; i++) {
            nearest[i] = new Nearest();
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 1; j < rows[i].length; j++) {
                if (labels[i] == labels[i + j]) {
                    nearest[i].see(rows[i][j]);
                    nearest[i + j].see(rows[i][j]);
                }
            }
        }
        return Arrays.stream(nearest).mapToDouble(Nearest::mean).toArray();
    }

    /** From cosines to the kernel, with the shared grams and the slack. */
    private static void complete(TrainingSet set, int i, int[][] holders, float[] row) {
        for (int j = 0; j < row.length; j++) {
            row[j] = KernelModel.kernel(row[j]);
        }
        SparseRow grams = set.grams().get(i);
        for (int g = 0; g < grams.at().length; g++) {
            int[] holding = holders[grams.at()[g]];
            float own = KernelModel.GRAMS * grams.value()[g];
            for (int h = 0; h < holding.length; h += 2) {
                if (holding[h] >= i) {
                    row[holding[h] - i] += own * Float.intBitsToFloat(holding[h + 1]);
                }
            }
        }
        row[0] += KernelModel.SLACK / set.weights()[i];
    }

    /** For each gram the examples that have it, each followed by the bits of its value there. */
    private static int[][] holders(List<SparseRow> rows, int gramCount) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int g = 0; g < gramCount; g++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 0; i < rows.size(); i++) {
            for (int g = 0; g < rows.get(i).at().length; g++) {
                List<Integer> list = lists.get(rows.get(i).at()[g]);
                list.add(i);
                list.add(Float.floatToRawIntBits(rows.get(i).value()[g]));
            }
        }
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
