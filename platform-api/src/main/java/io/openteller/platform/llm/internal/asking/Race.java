package io.openteller.platform.llm.internal.asking;

import io.openteller.platform.llm.Outcome.Said;
import io.openteller.platform.llm.internal.asking.Attempt.Done;
import io.openteller.platform.llm.internal.asking.Attempt.Let;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several models asked the same. The first whose piece comes, or whose answer is whole, has won; the others are ended, and
 * nothing of theirs is told to anybody.
 */
final class Race {

    private final List<Lane> lanes = new ArrayList<>();
    private @Nullable Lane winner;
    private boolean abandoned;

    /** One of them, with what it was let to ask. */
    final class Lane {

        private final Let let;
        private @Nullable Thread thread;
        private @Nullable Done done;

        private Lane(Let let) {
            this.let = let;
        }

        Let let() {
            return let;
        }

        /** Whether its pieces are the ones to be told; the first to ask has won. */
        boolean wins() {
            synchronized (Race.this) {
                if (winner == null) {
                    winner = this;
                    Race.this.notifyAll();
                }
                return winner == this && !abandoned;
            }
        }

        /** Whether another has won, or nobody waits any more. */
        boolean isLost() {
            synchronized (Race.this) {
                return abandoned || (winner != null && winner != this);
            }
        }

        private void finished(Done what) {
            synchronized (Race.this) {
                done = what;
                if (winner == null && what.outcome() instanceof Said) {
                    winner = this;
                }
                Race.this.notifyAll();
            }
        }

        @Nullable Done done() {
            synchronized (Race.this) {
                return done;
            }
        }
    }

    /** Asks on a thread of its own. @param ask never throws */
    void start(Let let, Function<Lane, Done> ask, Function<Runnable, Thread> threads) {
        Lane lane = new Lane(let);
        synchronized (this) {
            lanes.add(lane);
            lane.thread = threads.apply(() -> lane.finished(ask.apply(lane)));
        }
    }

    /** Waits until something is decided: one has won, or all have ended. @return whether it is */
    synchronized boolean decidedWithin(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (winner == null && lanes.stream().anyMatch(lane -> lane.done == null)) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime()) + 1;
            if (System.nanoTime() - until >= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    /** Waits for the end of the one that has won, once the others are ended; or for that of the last, when none has. */
    synchronized Lane over() throws InterruptedException {
        while (winner == null && lanes.stream().anyMatch(lane -> lane.done == null)) {
            wait();
        }
        Lane last = winner == null ? lanes.getLast() : winner;
        endAllBut(last);
        while (last.done == null) {
            wait();
        }
        return last;
    }

    /** All of them, in the order in which they were asked. */
    synchronized List<Lane> lanes() {
        return List.copyOf(lanes);
    }

    /** Nobody waits for any of them. */
    synchronized void abandon() {
        abandoned = true;
        endAllBut(null);
    }

    private void endAllBut(@Nullable Lane kept) {
        for (Lane lane : lanes) {
            if (lane != kept && lane.done == null && lane.thread != null) {
                lane.thread.interrupt();
            }
        }
    }
}
