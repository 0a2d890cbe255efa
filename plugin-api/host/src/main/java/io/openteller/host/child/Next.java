package io.openteller.host.child;

import io.openteller.host.wire.Patience;
import java.util.concurrent.Semaphore;

/**
 * Waits for the next call on a connection. Calls come in rows, and a thread that sleeps on an idle core takes longer to wake
 * than most calls take: so it looks for the next one for a moment after each. One thread of a process at a time.
 */
final class Next implements Patience {

    private static final long A_MOMENT = 100_000;
    private static final Semaphore LOOKING = new Semaphore(1);

    private boolean looking;
    private long until;

    /** A call is over. */
    void begin() {
        looking = LOOKING.tryAcquire();
        until = looking ? System.nanoTime() + A_MOMENT : 0;
    }

    /** Something came, or nothing will. */
    void end() {
        if (looking) {
            looking = false;
            LOOKING.release();
        }
    }

    @Override
    public long check() {
        // Nobody interrupts a thread between two calls on purpose.
        boolean ignored = Thread.interrupted();
        if (looking && System.nanoTime() - until < 0) {
            return -1;
        }
        end();
        return ignored ? 1 : 0;
    }
}
