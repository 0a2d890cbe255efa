package io.openteller.platform.understanding.internal;

/** The numbers of a vector that are not zero. */
record SparseRow(int[] at, float[] value) {

    /** Adds {@code factor} times this row's share of every column of {@code weights} to {@code sums}. */
    void addTo(float[] sums, float factor, float[][] weights) {
        for (int i = 0; i < at.length; i++) {
            float scale = factor * value[i];
            float[] row = weights[at[i]];
            for (int c = 0; c < sums.length; c++) {
                sums[c] += scale * row[c];
            }
        }
    }
}
