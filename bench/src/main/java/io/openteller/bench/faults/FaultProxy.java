package io.openteller.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Stands between two that speak TCP, and does to them what networks do. A fault holds for connections that are open, too, from
 * the next piece that passes on. With more than one address behind it, new connections go to the first that takes them.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int PIECE = 16_384;
    private static final int CONNECT_MILLIS = 2_000;

    /** What it does. */
    public sealed interface Fault {
        /** Passes everything on. */
        record None() implements Fault {}

        /** Nobody listens; open connections are cut. */
        record Refuse() implements Fault {}

        /** Connections stand, and nothing moves on them, in either direction. */
        record Freeze() implements Fault {}

        /** What comes back comes at that speed. */
        record Slow(int bytesPerSecond) implements Fault {}

        /** Each piece takes that much longer, in both directions. */
        record Latency(long millis) implements Fault {}

        /** Each connection is cut after so many bytes have come back. */
        record CutAfter(int bytes) implements Fault {}
    }

    private record Pair(Socket near, Socket far) {}

    private final List<InetSocketAddress> behind;
    private final boolean isInOrder;
    private final int port;
    private final Set<Pair> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final Object changed = new Object();
    private @Nullable ServerSocket listening;
    private volatile Fault fault = new Fault.None();
    private volatile boolean closed;

    /** @param behind ports of this machine, by turns */
    public FaultProxy(List<Integer> behind) {
        this(behind, false);
    }

    /** @param isInOrder whether the first of them gets all that it takes */
    FaultProxy(List<Integer> behind, boolean isInOrder) {
        this.isInOrder = isInOrder;
        this.behind = behind.stream()
                .map(one -> new InetSocketAddress(InetAddress.getLoopbackAddress(), one))
                .toList();
        this.port = listen(0);
    }

    public int port() {
        return port;
    }

    /** How many connections were taken so far. */
    public int connections() {
        return connections.get();
    }

    /** Whatever was wrong before is not any more. */
    public void set(Fault next) {
        synchronized (changed) {
            fault = next;
            changed.notifyAll();
        }
        if (next instanceof Fault.Refuse) {
            stopListening();
            cut();
        } else if (!closed) {
            listen(port);
        }
    }

    /** Ends every connection now. */
    public void cut() {
        open.forEach(pair -> {
            quietly(pair.near());
            quietly(pair.far());
        });
    }

    private synchronized int listen(int at) {
        if (listening != null) {
            return at;
        }
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 8_192);
            listening = socket;
            Thread.ofVirtual().name("proxy-" + socket.getLocalPort()).start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private synchronized void stopListening() {
        ServerSocket socket = listening;
        listening = null;
        quietly(socket);
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket near = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void join(Socket near) {
        try {
            awaitThaw();
            Socket far = connect();
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Pair pair = new Pair(near, far);
            open.add(pair);
            if (fault instanceof Fault.Refuse || closed) {
                // Taken just before, and not among those that were cut.
                open.remove(pair);
                quietly(near);
                quietly(far);
                return;
            }
            Thread.ofVirtual().start(() -> pump(pair, near, far, false));
            pump(pair, far, near, true);
        } catch (IOException nobody) {
            quietly(near);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket connect() throws IOException {
        int first = isInOrder ? 0 : Math.floorMod(turn.getAndIncrement(), behind.size());
        IOException why = new IOException("nobody there");
        for (int i = 0; i < behind.size(); i++) {
            Socket far = new Socket();
            try {
                far.connect(behind.get((first + i) % behind.size()), CONNECT_MILLIS);
                return far;
            } catch (IOException away) {
                quietly(far);
                why = away;
            }
        }
        throw why;
    }

    private void pump(Pair pair, Socket from, Socket to, boolean isBack) {
        AtomicLong passed = new AtomicLong();
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                pass(out, piece, length, isBack, passed);
            }
        } catch (IOException gone) {
            // Either side has ended it.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(pair);
            quietly(from);
            quietly(to);
        }
    }

    private void pass(OutputStream out, byte[] piece, int length, boolean isBack, AtomicLong passed)
            throws IOException, InterruptedException {
        int done = 0;
        while (done < length) {
            awaitThaw();
            int now = length - done;
            switch (fault) {
                case Fault.Slow(int bytesPerSecond) when isBack -> {
                    // A few times a second; one byte a second is one byte, and a second.
                    now = Math.min(now, Math.max(1, bytesPerSecond / 10));
                    Thread.sleep(now * 1_000L / bytesPerSecond);
                }
                case Fault.Latency(long millis) -> Thread.sleep(millis);
                case Fault.CutAfter(int bytes) when isBack -> {
                    now = (int) Math.min(now, bytes - passed.get());
                    if (now <= 0) {
                        throw new IOException("cut");
                    }
                }
                case Fault.None none -> {}
                case Fault.Refuse refuse -> throw new IOException("cut");
                case Fault.Freeze freeze -> now = 0;
                case Fault.Slow slow -> {}
                case Fault.CutAfter cut -> {}
            }
            out.write(piece, done, now);
            out.flush();
            done += now;
            if (isBack) {
                passed.addAndGet(now);
            }
        }
    }

    private void awaitThaw() throws InterruptedException {
        synchronized (changed) {
            while (fault instanceof Fault.Freeze && !closed) {
                changed.wait();
            }
        }
    }

    private static void quietly(@Nullable AutoCloseable one) {
        try {
            if (one != null) {
                one.close();
            }
        } catch (Exception gone) {
            // It is what was wanted.
        }
    }

    @Override
    public void close() {
        synchronized (changed) {
            closed = true;
            changed.notifyAll();
        }
        stopListening();
        cut();
    }
}
