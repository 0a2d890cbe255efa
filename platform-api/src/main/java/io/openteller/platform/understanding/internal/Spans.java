package io.openteller.platform.understanding.internal;

/** Loops over parts of arrays, in the one shape that the compiler turns into vector instructions. */
final class Spans {

    private Spans() {}

    /** {@code sums[at..at+length) += a * x[from..)} */
    static void add(float[] sums, int at, int length, float a, float[] x, int from) {
        for (int i = 0; i < length; i++) {
            sums[at + i] += a * x[from + i];
        }
    }

    /** Four at a time: what is read from {@code sums} and written back is most of the work otherwise. */
    static void add(
            float[] sums, int at, int length,
            float a, float[] x, int xFrom,
            float b, float[] y, int yFrom,
            float c, float[] z, int zFrom,
            float d, float[] w, int wFrom) {
        for (int i = 0; i < length; i++) {
            sums[at + i] += a * x[xFrom + i] + b * y[yFrom + i] + c * z[zFrom + i] + d * w[wFrom + i];
        }
    }
}
