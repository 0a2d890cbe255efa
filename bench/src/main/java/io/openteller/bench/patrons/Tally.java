package io.openteller.bench.patrons;

import io.openteller.bench.patrons.Script.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Counts and times of one run. Only what ends while it is measured counts. */
public final class Tally {

    private static final long LONGEST_MICROS = 120_000_000;

    /** Less than any start takes. */
    private static final long AFTERGLOW_NANOS = 250_000_000;

    private final Histogram accept = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Histogram answer = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final Map<Kind, Histogram> byKind = new EnumMap<>(Kind.class);
    private final LongAdder turns = new LongAdder();
    private final LongAdder limited = new LongAdder();
    private final LongAdder again = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder twice = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder conversations = new LongAdder();
    private final AtomicLong allTurns = new AtomicLong();
    private final List<String> surprises = new ArrayList<>();
    private final List<Double> afterKills = new ArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final @Nullable Tally whole;
    private volatile boolean measuring;
    private volatile long killedNanos;
    private volatile long deadNanos;

    public Tally() {
        this(null);
    }

    private Tally(@Nullable Tally whole) {
        this.whole = whole;
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new ConcurrentHistogram(LONGEST_MICROS, 3));
        }
    }

    /** Counts and times of its own; what must never be is counted here as well. */
    public Tally part() {
        return new Tally(this);
    }

    public void measure(boolean on) {
        measuring = on;
    }

    public void accepted(long nanos) {
        if (measuring) {
            accept.recordValue(micros(nanos));
        }
    }

    /**
     * A reply has come.
     *
     * @param since when the message, or its step, was due, by {@link System#nanoTime()}
     * @param at when the last byte of the reply came
     */
    public void answered(Kind kind, long since, long at) {
        long nanos = at - since;
        allTurns.incrementAndGet();
        if (whole != null) {
            whole.allTurns.incrementAndGet();
        }
        if (killedNanos != 0 && at > deadNanos) {
            answeredAgain(at);
        }
        if (measuring) {
            turns.increment();
            answer.recordValue(micros(nanos));
            answer(kind).recordValue(micros(nanos));
        }
    }

    /**
     * A platform was killed. The first answer after that counts; where no answer came before the next kill, the time runs on.
     *
     * @param signal when the signal was sent, by {@link System#nanoTime()}
     */
    public synchronized void killed(long signal) {
        // What had left the process before it died may still be on its way here.
        deadNanos = System.nanoTime() + AFTERGLOW_NANOS;
        if (killedNanos == 0) {
            killedNanos = signal;
        }
    }

    private synchronized void answeredAgain(long at) {
        if (killedNanos != 0 && at > deadNanos) {
            afterKills.add((at - killedNanos) / 1e6);
            killedNanos = 0;
        }
    }

    /** From each kill to the first answer after it, in milliseconds. */
    public synchronized List<Double> afterKills() {
        return List.copyOf(afterKills);
    }

    /** A message was taken that has not been answered yet. */
    public void waits() {
        int now = inFlight.incrementAndGet();
        if (measuring) {
            mostInFlight.accumulateAndGet(now, Math::max);
        }
    }

    /** It was answered, or nobody waits for it any more. */
    public void waitsNoMore() {
        inFlight.decrementAndGet();
    }

    public int inFlight() {
        return inFlight.get();
    }

    public int mostInFlight() {
        return mostInFlight.get();
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
        if (whole != null) {
            whole.unanswered(what);
        } else {
            surprise(what);
        }
    }

    public void twice(String what) {
        twice.increment();
        if (whole != null) {
            whole.twice(what);
        } else {
            surprise(what);
        }
    }

    public void gap(String what) {
        gaps.increment();
        if (whole != null) {
            whole.gap(what);
        } else {
            surprise(what);
        }
    }

    /** The first of them are kept word for word. */
    public void surprise(String what) {
        if (whole != null) {
            whole.surprise(what);
        } else {
            keep(what);
        }
    }

    private synchronized void keep(String what) {
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
