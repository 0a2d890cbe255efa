package io.openteller.testkit;

import io.openteller.spi.Http.HttpFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A body that breaks off at the deadline, and when it is longer than any answer may be. */
final class BodyUntil extends FilterInputStream {

    private static final long MOST = 16 * 1024 * 1024;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("test-deadlines").factory());

    private final Future<?> end;
    private volatile boolean tooSlow;
    private long seen;

    BodyUntil(InputStream body, Instant deadline) {
        super(body);
        long left = Math.max(0, Duration.between(Instant.now(), deadline).toMillis());
        end = CLOCK.schedule(this::breakOff, left, TimeUnit.MILLISECONDS);
    }

    private void breakOff() {
        tooSlow = true;
        try {
            in.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count;
        try {
            count = in.read(bytes, from, length);
        } catch (IOException failure) {
            throw fault();
        }
        seen += Math.max(0, count);
        if (seen > MOST) {
            throw new HttpFault(HttpFault.Kind.TOO_LARGE, "more than 16 MB");
        }
        return count;
    }

    private HttpFault fault() {
        if (tooSlow) {
            return new HttpFault(HttpFault.Kind.TOO_SLOW, "no more of the answer by the deadline");
        }
        if (Thread.currentThread().isInterrupted()) {
            return new HttpFault(HttpFault.Kind.CANCELLED, "the caller has gone");
        }
        return new HttpFault(HttpFault.Kind.UNREACHABLE, "the connection broke off");
    }

    @Override
    public void close() throws IOException {
        end.cancel(false);
        in.close();
    }
}
