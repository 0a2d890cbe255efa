package io.openteller.bench.router;

import java.util.Arrays;

/** Times of one kind of call, in nanoseconds. Not for several threads. */
final class Samples {

    private long[] nanos = new long[4_096];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
    }

    Samples and(Samples other) {
        for (int i = 0; i < other.size; i++) {
            add(other.nanos[i]);
        }
        return this;
    }

    int size() {
        return size;
    }

    /** In microseconds. */
    double micros(double percent) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1L, Math.round(size * percent / 100))] / 1_000.0;
    }
}
