package io.openteller.host.apart;

import io.openteller.host.HostOptions;
import io.openteller.host.PluginRejected;
import io.openteller.host.child.Child;
import io.openteller.host.child.Folders;
import io.openteller.host.wire.Connection;
import io.openteller.host.wire.Frame;
import io.openteller.host.wire.In;
import io.openteller.host.wire.Malformed;
import io.openteller.host.wire.Out;
import io.openteller.host.wire.Patience;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One life of a plugin's process, and the connections to it. */
final class ChildProcess {

    private static final int MOST_CONNECTIONS = 256;

    private final Package what;
    private final Path folder;
    private final Process process;
    private final ChildOutput output;
    private final Connection control;
    private final List<List<Class<?>>> points;
    private final long begun = System.nanoTime();
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable String end;

    /** What is run. */
    record Package(String name, Path folder, String lifecycle, List<String> extensions, int heapMegabytes) {}

    private ChildProcess(
            Package what, Path folder, Process process, ChildOutput output, Connection control, List<List<Class<?>>> points) {
        this.what = what;
        this.folder = folder;
        this.process = process;
        this.output = output;
        this.control = control;
        this.points = points;
    }

    /** @throws PluginRejected with the reason if it cannot be started, or its plugin cannot be loaded */
    static ChildProcess start(Package what, HostOptions options, Confinement confinement) {
        Path folder = null;
        Process process = null;
        try {
            folder = Files.createTempDirectory(
                    options.folder(),
                    "otp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                door.bind(UnixDomainSocketAddress.of(folder.resolve(Child.CONTROL)));
                process = ChildCommand.of(folder, what.heapMegabytes(), confinement).start();
                process.getOutputStream().close();
                ChildOutput output = ChildOutput.of(what.name(), process);
                long until = System.nanoTime() + options.startWithin().toNanos();
                Connection control = new Connection(accepted(door, process, output, until));
                List<List<Class<?>>> points = started(what, control, until);
                return new ChildProcess(what, folder, process, output, control, points);
            }
        } catch (IOException | Malformed failure) {
            ended(process, folder);
            throw new PluginRejected("its process could not be started: " + failure.getMessage(), failure);
        } catch (PluginRejected refused) {
            ended(process, folder);
            throw refused;
        }
    }

    private static SocketChannel accepted(ServerSocketChannel door, Process process, ChildOutput output, long until)
            throws IOException {
        door.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            door.register(selector, SelectionKey.OP_ACCEPT);
            while (true) {
                SocketChannel channel = door.accept();
                if (channel != null) {
                    return channel;
                }
                if (!process.isAlive()) {
                    throw new IOException("it ended at once: " + output.lastWords());
                }
                waitUntil(until);
                selector.select(20);
            }
        }
    }

    private static long waitUntil(long until) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("interrupted");
        }
        if (System.nanoTime() > until) {
            throw new IOException("it takes too long");
        }
        return 20;
    }

    private static List<List<Class<?>>> started(Package what, Connection control, long until) throws IOException {
        Patience patience = () -> waitUntil(until);
        Out start = new Out()
                .byteValue(Frame.START)
                .text(what.name())
                .text(what.folder().toAbsolutePath().toString())
                .text(what.lifecycle())
                .count(what.extensions().size());
        what.extensions().forEach(start::text);
        control.send(start, patience);
        In answer = control.receive(patience);
        if (answer.byteValue() != Frame.RETURN) {
            throw new PluginRejected(answer.text());
        }
        List<List<Class<?>>> points = new ArrayList<>();
        for (int extensions = answer.count(); extensions > 0; extensions--) {
            List<Class<?>> implemented = new ArrayList<>();
            for (int left = answer.count(); left > 0; left--) {
                implemented.add(point(answer.text()));
            }
            points.add(implemented);
        }
        return points;
    }

    private static Class<?> point(String name) {
        try {
            if (name.startsWith("io.openteller.spi.")) {
                return Class.forName(name, false, ChildProcess.class.getClassLoader());
            }
        } catch (ClassNotFoundException unknown) {
            throw new PluginRejected("it implements " + name + ", which this platform does not know", unknown);
        }
        throw new PluginRejected("it implements " + name + ", which is no interface of this platform");
    }

    List<List<Class<?>>> points() {
        return points;
    }

    Process process() {
        return process;
    }

    boolean lives() {
        return end == null && process.isAlive();
    }

    long livedNanos() {
        return System.nanoTime() - begun;
    }

    /** Why it ended, in words. */
    String why() {
        String known = end;
        if (known != null) {
            return known;
        }
        try {
            // Its sockets close a little before it is gone.
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                String words = output.lastWords();
                return "its process ended with " + process.exitValue()
                        + (process.exitValue() == 3 ? ", out of memory" : "")
                        + (words.isEmpty() ? "" : ", saying: " + words);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return "its process hung up";
    }

    /** A connection for one call; to be given back, or closed. */
    Connection borrow() throws IOException {
        Connection free = idle.pollFirst();
        if (free != null) {
            return free;
        }
        if (connections.incrementAndGet() > MOST_CONNECTIONS) {
            connections.decrementAndGet();
            throw new IOException("too many calls at once");
        }
        try {
            return new Connection(SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(Child.CALLS))));
        } catch (IOException failure) {
            connections.decrementAndGet();
            throw failure;
        }
    }

    void giveBack(Connection connection) {
        idle.addFirst(connection);
        if (!lives()) {
            closeIdle();
        }
    }

    void drop(Connection connection) {
        connections.decrementAndGet();
        closed(connection);
    }

    /** Tells it that nobody waits for that call any more. */
    void cancel(long call) {
        tell(new Out().byteValue(Frame.CANCEL).int64(call));
    }

    private synchronized void tell(Out message) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        try {
            control.send(message, () -> waitUntil(until));
        } catch (IOException gone) {
            // Whoever waits for the call finds out by itself.
            return;
        }
    }

    /** Ends it at once; its calls fail with this reason. */
    void kill(String why) {
        if (end == null) {
            end = why;
        }
        ended(process, folder);
        clear();
    }

    /** Lets its plugin stop, and ends it. */
    void stop() {
        end = "the plugin was closed";
        tell(new Out().byteValue(Frame.STOP));
        try {
            boolean ignored = process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        ended(process, folder);
        clear();
    }

    private void clear() {
        closeIdle();
        closed(control);
    }

    private void closeIdle() {
        for (Connection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
            closed(one);
        }
    }

    private static void closed(Connection connection) {
        try {
            connection.close();
        } catch (IOException failure) {
            // It is closed either way.
            return;
        }
    }

    private static void ended(@Nullable Process process, @Nullable Path folder) {
        if (process != null) {
            process.destroyForcibly();
            try {
                boolean ignored = process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        if (folder != null) {
            Folders.delete(folder);
        }
    }

    @Override
    public String toString() {
        return what.name();
    }
}
