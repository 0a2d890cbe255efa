package io.openteller.bench.turns;

import io.openteller.bench.patrons.Tally;
import io.openteller.bench.patrons.Visit;
import java.util.ArrayList;
import java.util.List;

/** Turns of each second, for a chart. */
final class Series {

    private final List<Long> perSecond = new ArrayList<>();
    private volatile boolean over;

    void begin(Tally tally) {
        Thread.ofVirtual().start(() -> {
            long last = tally.allTurns();
            while (!over) {
                Visit.pause(1_000);
                long now = tally.allTurns();
                add(now - last);
                last = now;
            }
        });
    }

    void end() {
        over = true;
    }

    private synchronized void add(long turns) {
        perSecond.add(turns);
    }

    synchronized List<Long> perSecond() {
        return List.copyOf(perSecond);
    }
}
