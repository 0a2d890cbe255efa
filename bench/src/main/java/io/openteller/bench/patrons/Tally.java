package io.openteller.bench.patrons;

import io.openteller.bench.patrons.Script.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts and times of one run. Only what ends while it is measured counts. */
public final class Tally {

    private static final long LONGEST_MICROS = 120_000_000;

    private final Histogram accept = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Histogram answer = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Map<Kind, Histogram> byKind = new EnumMap<>(Kind.class);
    private final LongAdder turns = new LongAdder();
    private final LongAdder limited = new LongAdder();
    private final LongAdder again = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder twice = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder foreign = new LongAdder();
    private final LongAdder conversations = new LongAdder();
    private final AtomicLong allTurns = new AtomicLong();
    private final List<String> surprises = new ArrayList<>();
    private volatile boolean measuring;

    public Tally() {
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new ConcurrentHistogram(LONGEST_MICROS, 3));
        }
    }

    public void measure(boolean on) {
        measuring = on;
    }

    public void accepted(long nanos) {
        if (measuring) {
            accept.recordValue(micros(nanos));
        }
    }

    /** @param nanos from sending the message, or its step, to the last byte of the reply */
    public void answered(Kind kind, long nanos) {
        allTurns.incrementAndGet();
        if (measuring) {
            turns.increment();
            answer.recordValue(micros(nanos));
            answer(kind).recordValue(micros(nanos));
        }
    }

    public void limited() {
        limited.increment();
    }

    public void again() {
        again.increment();
    }

    public void ended() {
        conversations.increment();
    }

    public void unanswered(String what) {
        unanswered.increment();
        surprise(what);
    }

    public void twice(String what) {
        twice.increment();
        surprise(what);
    }

    public void gap(String what) {
        gaps.increment();
        surprise(what);
    }

    public void foreign(String what) {
        foreign.increment();
        surprise(what);
    }

    /** The first of them are kept word for word. */
    public synchronized void surprise(String what) {
        if (surprises.size() < 20) {
            surprises.add(what);
        }
    }

    public synchronized List<String> surprises() {
        return List.copyOf(surprises);
    }

    private static long micros(long nanos) {
        return Math.clamp(nanos / 1_000, 1, LONGEST_MICROS);
    }

    public long turns() {
        return turns.sum();
    }

    /** Of the whole run, warming and all. */
    public long allTurns() {
        return allTurns.get();
    }

    public long conversationsEnded() {
        return conversations.sum();
    }

    public long timesLimited() {
        return limited.sum();
    }

    public long timesAgain() {
        return again.sum();
    }

    public long neverAnswered() {
        return unanswered.sum();
    }

    public long answeredTwice() {
        return twice.sum();
    }

    public long streamGaps() {
        return gaps.sum();
    }

    public long foreignWords() {
        return foreign.sum();
    }

    public Histogram accept() {
        return accept;
    }

    public Histogram answer() {
        return answer;
    }

    public Histogram answer(Kind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    public static double millis(Histogram times, double percent) {
        return times.getTotalCount() == 0 ? 0 : times.getValueAtPercentile(percent) / 1000.0;
    }
}
