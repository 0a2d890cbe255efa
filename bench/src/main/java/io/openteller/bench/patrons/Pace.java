package io.openteller.bench.patrons;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** When the next message is due. */
public final class Pace {

    private static final int LOOKS_MILLIS = 500;

    private final long apart;
    private final AtomicLong due = new AtomicLong(System.nanoTime());

    /** @param perSecond 0 for whenever somebody has something to say */
    public Pace(double perSecond) {
        this.apart = perSecond == 0 ? 0 : (long) (1e9 / perSecond);
    }

    /** Waits for it. */
    public long next() {
        return next(() -> true);
    }

    /**
     * Waits for it, for as long as it is to go on.
     *
     * @return when it was due, by {@link System#nanoTime()}: who comes late because everybody was still waiting for an answer
     *     has waited, too
     */
    public long next(BooleanSupplier goesOn) {
        if (apart == 0) {
            return System.nanoTime();
        }
        long mine = due.getAndAdd(apart);
        for (long wait = mine - System.nanoTime(); wait > 0 && goesOn.getAsBoolean(); wait = mine - System.nanoTime()) {
            Visit.pause(Math.clamp(wait / 1_000_000, 1, LOOKS_MILLIS));
        }
        return mine;
    }
}
