package io.openteller.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one scenario found. */
final class Findings {

    private static final int KEPT = 20;

    private final List<String> breaches = new ArrayList<>();
    private final Map<String, Duration> times = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Something that had to hold did not. */
    synchronized void breach(String what) {
        if (breaches.size() < KEPT) {
            breaches.add(what);
        }
    }

    synchronized void hold(boolean holds, String otherwise) {
        if (!holds) {
            breach(otherwise);
        }
    }

    /** How long it took from the end of a fault until all was well again; null if it never was, which is a breach. */
    synchronized void recovered(String from, @Nullable Duration took) {
        if (took == null) {
            breach("not well again after " + from);
        } else {
            times.put(from, took);
        }
    }

    /** Worth knowing, and no breach. */
    synchronized void note(String what) {
        notes.add(what);
    }

    synchronized List<String> breaches() {
        return List.copyOf(breaches);
    }

    synchronized Map<String, Duration> times() {
        return new LinkedHashMap<>(times);
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }
}
