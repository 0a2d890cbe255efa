package io.openteller.bench.answers;

import java.util.List;

/**
 * Expected calibration error: ten bins of equal width by confidence; in each, how far the mean confidence is from the share
 * that was right, weighted by how many there are. What was not answered counts with the confidence of what would have been.
 */
final class Ece {

    private static final int BINS = 10;

    private Ece() {}

    static double of(List<Answered> all) {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Answered one : all) {
            int bin = Math.min(BINS - 1, (int) (one.confidence() * BINS));
            confidence[bin] += one.confidence();
            right[bin] += one.right() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return all.isEmpty() ? 0 : error / all.size();
    }
}
