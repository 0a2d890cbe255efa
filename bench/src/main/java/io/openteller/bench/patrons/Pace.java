package io.openteller.bench.patrons;

import java.util.concurrent.atomic.AtomicLong;

/** When the next message is due. */
public final class Pace {

    private final long apart;
    private final AtomicLong due = new AtomicLong(System.nanoTime());

    /** @param perSecond 0 for whenever somebody has something to say */
    public Pace(int perSecond) {
        this.apart = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
    }

    /**
     * Waits for it.
     *
     * @return when it was due, by {@link System#nanoTime()}: who comes late because everybody was still waiting for an answer
     *     has waited, too
     */
    public long next() {
        if (apart == 0) {
            return System.nanoTime();
        }
        long mine = due.getAndAdd(apart);
        long wait = mine - System.nanoTime();
        if (wait > 0) {
            Visit.pause(wait / 1_000_000);
        }
        return mine;
    }
}
