package io.openteller.platform.understanding.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A positive definite matrix that is turned, in its own memory, into the factor of its inverse.
 *
 * <p>Written here because libraries hold the whole square, twice: for 10,000 examples 800 MB instead of 200.
 *
 * @param rows row i holds columns i and on
 */
record SymmetricMatrix(float[][] rows) {

    private static final int BLOCK = 64;
    private static final int TILE = 512;

    static SymmetricMatrix ofSize(int size) {
        float[][] rows = new float[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = new float[size - i];
        }
        return new SymmetricMatrix(rows);
    }

    int size() {
        return rows.length;
    }

    /** From A to the upper U with UᵀU = A. */
    void factor() {
        int n = size();
        for (int first = 0; first < n; first += BLOCK) {
            int begin = first;
            int end = Math.min(n, first + BLOCK);
            tiles(begin, n).forEach(tile -> {
                for (int from = 0; from < begin; from += BLOCK) {
                    for (int i = begin; i < end; i++) {
                        int left = Math.max(i, tile);
                        int row = i;
                        subtract(rows[i], i, left, Math.min(n, tile + TILE), from, from + BLOCK, k -> rows[k][row - k]);
                    }
                }
            });
            for (int i = begin; i < end; i++) {
                for (int k = begin; k < i; k++) {
                    Spans.add(rows[i], 0, n - i, -rows[k][i - k], rows[k], i - k);
                }
                float root = (float) (1 / Math.sqrt(Math.max(1e-6, rows[i][0])));
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] *= root;
                }
            }
        }
    }

    /** From U to its inverse W, so that the inverse of A is WWᵀ. */
    void invertFactor() {
        int n = size();
        for (int last = n; last > 0; last -= BLOCK) {
            int end = last;
            int begin = Math.max(0, last - BLOCK);
            float[][] old = new float[end - begin][];
            for (int i = begin; i < end; i++) {
                old[i - begin] = rows[i].clone();
                Arrays.fill(rows[i], 0);
            }
            tiles(end, n).forEach(tile -> {
                int right = Math.min(n, tile + TILE);
                for (int from = end; from < right; from += BLOCK) {
                    for (int i = begin; i < end; i++) {
                        float[] factors = old[i - begin];
                        int row = i;
                        subtract(rows[i], i, tile, right, from, Math.min(right, from + BLOCK), k -> factors[k - row]);
                    }
                }
            });
            for (int i = end - 1; i >= begin; i--) {
                float[] factors = old[i - begin];
                for (int k = i + 1; k < end; k++) {
                    Spans.add(rows[i], k - i, n - k, -factors[k - i], rows[k], 0);
                }
                rows[i][0] = 1;
                for (int j = 0; j < rows[i].length; j++) {
                    rows[i][j] /= factors[0];
                }
            }
        }
    }

    private interface Factor {
        float of(int row);
    }

    /** Takes rows {@code from} to {@code to}, each times its factor, away from the columns left to right of {@code target}. */
    private void subtract(float[] target, int first, int left, int right, int from, int to, Factor factor) {
        int k = from;
        for (; k + 3 < to && k + 3 <= left; k += 4) {
            Spans.add(
                    target, left - first, right - left,
                    -factor.of(k), rows[k], left - k,
                    -factor.of(k + 1), rows[k + 1], left - k - 1,
                    -factor.of(k + 2), rows[k + 2], left - k - 2,
                    -factor.of(k + 3), rows[k + 3], left - k - 3);
        }
        for (; k < to; k++) {
            int start = Math.max(left, k);
            Spans.add(target, start - first, right - start, -factor.of(k), rows[k], start - k);
        }
    }

    private static IntStream tiles(int from, int to) {
        return IntStream.range(0, (to - from + TILE - 1) / TILE).map(tile -> from + tile * TILE).parallel();
    }
}
