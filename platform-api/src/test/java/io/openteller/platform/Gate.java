package io.openteller.platform;

import java.util.concurrent.CountDownLatch;

/** Whoever comes through first is kept until it is opened; all others pass. As a thing that takes longer than a process has. */
public final class Gate implements Runnable {

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    @Override
    public void run() {
        synchronized (this) {
            if (reached.getCount() == 0) {
                return;
            }
            reached.countDown();
        }
        await(opened);
    }

    /** Waits until somebody is kept. */
    public void reached() {
        await(reached);
    }

    public void open() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
