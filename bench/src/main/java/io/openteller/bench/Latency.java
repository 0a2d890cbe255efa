package io.openteller.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Time of one call after the other, on the calling thread. */
public final class Latency {

    private final List<Long> nanos = new ArrayList<>();

    public <T> T measure(Supplier<T> call) {
        long begun = System.nanoTime();
        T result = call.get();
        nanos.add(System.nanoTime() - begun);
        return result;
    }

    /** Adds a time in nanoseconds that was measured elsewhere. */
    public void add(long time) {
        nanos.add(time);
    }

    /** The time of the last call, in nanoseconds. */
    public long last() {
        return nanos.getLast();
    }

    /** In microseconds; 0 when nothing was measured. */
    public double micros(int percent) {
        if (nanos.isEmpty()) {
            return 0;
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1000.0;
    }

    public int size() {
        return nanos.size();
    }
}
