package io.openteller.platform.llm.internal.asking;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Wakes the thread that waits for an answer when the first piece of it is late. */
final class FirstPiece {

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Thread waiting = Thread.currentThread();
    private @Nullable ScheduledFuture<?> alarm;
    private boolean here;
    private boolean late;

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("first-piece").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /** For the calling thread, which calls {@link #over} when it waits no longer. */
    static FirstPiece within(int millis) {
        FirstPiece piece = new FirstPiece();
        piece.alarm = TIMER.schedule(piece::late, millis, TimeUnit.MILLISECONDS);
        return piece;
    }

    private synchronized void late() {
        if (!here) {
            late = true;
            waiting.interrupt();
        }
    }

    /** A piece is here. */
    synchronized void came() {
        here = true;
        if (alarm != null) {
            alarm.cancel(false);
        }
    }

    /** @return whether it was late; the thread is as if it had never been woken then */
    synchronized boolean over() {
        came();
        return late && (Thread.interrupted() || late);
    }
}
