package io.openteller.testkit;

import io.openteller.spi.Http.HttpFault;
import io.openteller.spi.Http.HttpFault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A body as a stream that ends with an exception at the deadline, when it grows too long, or when nobody wants it any more:
 * a server that sends one byte per second is as slow as one that sends none.
 */
final class BodyBeforeDeadline extends InputStream implements BodySubscriber<InputStream> {

    private static final Duration LOOK_UP = Duration.ofMillis(100);
    private static final int LONGEST = 16 * 1024 * 1024;

    private final Instant deadline;
    private final BooleanSupplier unwanted;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> connection = new CompletableFuture<>();
    private ByteBuffer current = ByteBuffer.allocate(0);
    private @Nullable Part end;
    private long taken;

    BodyBeforeDeadline(Instant deadline, BooleanSupplier unwanted) {
        this.deadline = deadline;
        this.unwanted = unwanted;
    }

    /** @param failure null with bytes, and at a good end */
    private record Part(List<ByteBuffer> bytes, boolean last, @Nullable Throwable failure) {}

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        if (!connection.complete(subscription)) {
            subscription.cancel();
            return;
        }
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        parts.add(new Part(bytes, false, null));
    }

    @Override
    public void onError(Throwable failure) {
        parts.add(new Part(List.of(), true, failure));
    }

    @Override
    public void onComplete() {
        parts.add(new Part(List.of(), true, null));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        while (!current.hasRemaining()) {
            if (!more()) {
                return -1;
            }
        }
        int count = Math.min(length, current.remaining());
        current.get(into, offset, count);
        return count;
    }

    private boolean more() throws IOException {
        Part part = end == null ? next() : end;
        if (part.last()) {
            end = part;
            if (part.failure() != null) {
                throw new HttpFault(Kind.UNREACHABLE, "the answer broke off");
            }
            return false;
        }
        int size = part.bytes().stream().mapToInt(ByteBuffer::remaining).sum();
        taken += size;
        if (taken > LONGEST) {
            throw new HttpFault(Kind.TOO_LARGE, "longer than any answer may be");
        }
        ByteBuffer joined = ByteBuffer.allocate(size);
        part.bytes().forEach(joined::put);
        current = joined.flip();
        connection.join().request(1);
        return true;
    }

    private Part next() throws IOException {
        try {
            while (true) {
                if (unwanted.getAsBoolean()) {
                    throw new HttpFault(Kind.CANCELLED, "nobody waits for it any more");
                }
                Duration left = Duration.between(Instant.now(), deadline);
                if (left.isNegative() || left.isZero()) {
                    throw new HttpFault(Kind.TOO_SLOW, "not by the deadline");
                }
                long wait = Math.min(left.toMillis() + 1, LOOK_UP.toMillis());
                Part part = parts.poll(wait, TimeUnit.MILLISECONDS);
                if (part != null) {
                    return part;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new HttpFault(Kind.CANCELLED, "nobody waits for it any more");
        }
    }

    @Override
    public void close() {
        connection.thenAccept(Flow.Subscription::cancel);
    }
}
