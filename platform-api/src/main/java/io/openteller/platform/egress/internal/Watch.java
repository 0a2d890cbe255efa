package io.openteller.platform.egress.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Hangs up what is too late or not wanted any more, wherever it waits: looking up, shaking hands, writing or reading. One
 * thread that looks at all open calls every few milliseconds costs a call less than a timer of its own would.
 */
final class Watch implements AutoCloseable {

    private static final long LOOK_EVERY_NANOS = 5_000_000;
    private static final int SLEEPS_AFTER = 1_000;

    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("egress-watch").unstarted(this::look);
    private volatile boolean asleep;
    private volatile boolean closed;

    Watch() {
        // Whoever calls first may be a plugin, whose classes this thread would hold for ever.
        thread.setContextClassLoader(Watch.class.getClassLoader());
        thread.start();
    }

    void begin(Exchange exchange) {
        open.add(exchange);
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    void end(Exchange exchange) {
        open.remove(exchange);
    }

    private void look() {
        int quiet = 0;
        while (!closed) {
            long now = System.nanoTime();
            open.removeIf(one -> one.look(now));
            quiet = open.isEmpty() ? quiet + 1 : 0;
            if (quiet < SLEEPS_AFTER) {
                LockSupport.parkNanos(this, LOOK_EVERY_NANOS);
                continue;
            }
            asleep = true;
            if (open.isEmpty() && !closed) {
                LockSupport.park(this);
            }
            asleep = false;
            quiet = 0;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        open.forEach(Exchange::hangUp);
    }
}
