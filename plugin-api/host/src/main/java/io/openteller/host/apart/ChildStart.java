package io.openteller.host.apart;

import io.openteller.host.HostOptions;
import io.openteller.host.PluginRejected;
import io.openteller.host.apart.ChildProcess.Package;
import io.openteller.host.child.Child;
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
import java.util.List;

/** Begins a life of a plugin's process: it calls back on a socket that waits for it, is told what to run, and says what that is. */
final class ChildStart {

    private ChildStart() {}

    /** @throws PluginRejected with the reason if it cannot be started, or its plugin cannot be loaded */
    static ChildProcess of(Package what, HostOptions options, Confinement confinement) {
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
            ChildProcess.ended(process, folder);
            throw new PluginRejected("its process could not be started: " + failure.getMessage(), failure);
        } catch (PluginRejected refused) {
            ChildProcess.ended(process, folder);
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

    static long waitUntil(long until) throws IOException {
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
}
