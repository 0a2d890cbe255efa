package io.openteller.host.child;

import io.openteller.host.wire.Borrowing;
import io.openteller.host.wire.Circumstances;
import io.openteller.host.wire.Connection;
import io.openteller.host.wire.Faults;
import io.openteller.host.wire.Frame;
import io.openteller.host.wire.In;
import io.openteller.host.wire.Malformed;
import io.openteller.host.wire.Out;
import io.openteller.host.wire.Patience;
import io.openteller.host.wire.Shape.Call;
import io.openteller.spi.CallContext;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One call, and the way back to the platform while it lasts: the plugin's other threads use it one at a time. */
final class RunningCall implements Borrowing {

    private final Connection connection;
    private final Thread thread = Thread.currentThread();
    private final ReentrantLock line = new ReentrantLock();
    private volatile boolean cancelled;
    private boolean over;

    RunningCall(Connection connection) {
        this.connection = connection;
    }

    boolean cancelled() {
        return cancelled;
    }

    synchronized void cancel() {
        cancelled = true;
        if (!over) {
            thread.interrupt();
        }
    }

    /** Nothing of the call can be used after this, and its interrupt does not reach the next one. */
    void end(Out answer) throws IOException {
        line.lock();
        try {
            synchronized (this) {
                over = true;
            }
            connection.send(answer, new Uninterrupted());
        } finally {
            line.unlock();
        }
        boolean ignored = Thread.interrupted();
    }

    private synchronized boolean isOver() {
        return over;
    }

    @Override
    public CallContext context(Circumstances circumstances) {
        return new ChildContext(circumstances, this);
    }

    @Override
    public @Nullable Object call(int handle, Call method, Object[] arguments) throws Throwable {
        Out out = new Out().byteValue(Frame.CALLBACK).count(handle).count(method.place());
        method.writeArguments(out, arguments);
        Reply reply = exchange(out, in -> method.readResult(in));
        if (reply.fault() != null) {
            throw reply.fault();
        }
        return reply.value();
    }

    @Override
    public int read(int handle, byte[] into, int from, int most) throws IOException {
        Reply reply = exchange(new Out().byteValue(Frame.READ).count(handle).count(most), In::block);
        if (reply.fault() != null) {
            throw reply.fault() instanceof IOException known ? known : new IOException(reply.fault());
        }
        byte[] piece = (byte[]) java.util.Objects.requireNonNull(reply.value());
        System.arraycopy(piece, 0, into, from, piece.length);
        return piece.length == 0 ? -1 : piece.length;
    }

    private Reply exchange(Out out, java.util.function.Function<In, @Nullable Object> read) throws IOException {
        line.lock();
        Uninterrupted patience = new Uninterrupted();
        try {
            if (isOver()) {
                throw new IllegalStateException("the call is over");
            }
            connection.send(out, patience);
            In in = connection.receive(patience).with(this);
            return switch (in.byteValue()) {
                case Frame.RETURN -> new Reply(read.apply(in), null);
                case Frame.THROW -> new Reply(null, Faults.read(in));
                default -> throw new Malformed("no answer");
            };
        } finally {
            line.unlock();
            patience.restore();
        }
    }

    private record Reply(@Nullable Object value, @Nullable Throwable fault) {}

    /** Waits on in spite of an interrupt, which would hang up on the platform, and gives it back afterwards. */
    private static final class Uninterrupted implements Patience {

        private boolean interrupted;

        @Override
        public long check() {
            interrupted |= Thread.interrupted();
            return 0;
        }

        void restore() {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
