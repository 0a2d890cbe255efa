package io.openteller.host.apart;

import io.openteller.host.wire.Patience;
import io.openteller.spi.CallContext;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for one call: passes on that nobody waits any more, and gives up a while after that. For one thread. */
final class Waiting implements Patience {

    private static final long LOOK_AGAIN = 25;
    /** More who look at once would take the cores from those they wait for. */
    private static final Semaphore LOOKING =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 4));

    private final ChildProcess child;
    private final long call;
    private final @Nullable CallContext context;
    private final long deadline;
    private final long grace;
    private final long spin;
    private long spinUntil;
    private boolean looking;
    private boolean interrupted;
    private long cancelledAt;
    private boolean cancelled;

    /** Nobody waits longer. */
    static final class Over extends IOException {
        private static final long serialVersionUID = 1;

        Over(String why) {
            super(why);
        }
    }

    /** @param deadline by {@link System#nanoTime} */
    Waiting(ChildProcess child, long call, @Nullable CallContext context, long deadline, long grace, long spin) {
        this.child = child;
        this.call = call;
        this.context = context;
        this.deadline = deadline;
        this.grace = grace;
        this.spin = spin;
    }

    /** A turn of the conversation begins: an answer may be near. */
    void turn() {
        looking = spin > 0 && LOOKING.tryAcquire();
        spinUntil = looking ? System.nanoTime() + spin : 0;
    }

    /** Something came, or will not be waited for. */
    void came() {
        if (looking) {
            looking = false;
            LOOKING.release();
        }
    }

    @Override
    public long check() throws IOException {
        long now = System.nanoTime();
        if (Thread.interrupted()) {
            interrupted = true;
        }
        if (!cancelled && (interrupted || now - deadline >= 0 || (context != null && context.cancelled()))) {
            cancelled = true;
            cancelledAt = now;
            child.cancel(call);
        }
        if (cancelled) {
            long left = cancelledAt + grace - now;
            if (left <= 0) {
                throw new Over(interrupted ? "it did not end when it was interrupted" : "it did not end by its deadline");
            }
            return millis(left);
        }
        if (looking && now - spinUntil < 0) {
            return -1;
        }
        came();
        return context == null ? millis(deadline - now) : Math.min(LOOK_AGAIN, millis(deadline - now));
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
    }

    /** Gives the thread its interrupt back. */
    void over() {
        came();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
