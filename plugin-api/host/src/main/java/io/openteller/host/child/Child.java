package io.openteller.host.child;

import io.openteller.host.classes.Loaded;
import io.openteller.host.classes.Unloadable;
import io.openteller.host.wire.Connection;
import io.openteller.host.wire.Frame;
import io.openteller.host.wire.In;
import io.openteller.host.wire.Malformed;
import io.openteller.host.wire.Out;
import io.openteller.host.wire.Patience;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A plugin's own process: takes calls on one socket, and is told of their end and of its own on another. */
public final class Child {

    /** The platform's end of this process's life; it is here first. */
    public static final String CONTROL = "c";

    /** Where calls come in. */
    public static final String CALLS = "s";

    private static final Patience ENDLESS = () -> {
        boolean ignored = Thread.interrupted();
        return ignored ? 1 : 0;
    };

    private Child() {}

    /** @param arguments the private folder of this process */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ServerSocketChannel calls = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        calls.bind(UnixDomainSocketAddress.of(folder.resolve(CALLS)));
        SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(CONTROL)));
        Sealing.seal();
        try {
            run(new Connection(channel), calls);
        } catch (IOException | Malformed parentGone) {
            // Nobody is left to work for, or to clear up.
            Folders.delete(folder);
            Runtime.getRuntime().halt(0);
        }
    }

    private static void run(Connection control, ServerSocketChannel calls) throws IOException {
        In start = control.receive(ENDLESS);
        if (start.byteValue() != Frame.START) {
            throw new Malformed("no start");
        }
        String name = start.text();
        Path folder = Path.of(start.text());
        String lifecycle = start.text();
        List<String> extensions = new ArrayList<>();
        for (int left = start.count(); left > 0; left--) {
            extensions.add(start.text());
        }
        Loaded loaded;
        try {
            loaded = Loaded.of(name, folder, lifecycle, extensions);
        } catch (Unloadable why) {
            control.send(new Out().byteValue(Frame.THROW).text(String.valueOf(why.getMessage())), ENDLESS);
            Runtime.getRuntime().halt(1);
            return;
        }
        control.send(described(loaded), ENDLESS);
        Calls running = new Calls(loaded);
        Thread.ofPlatform().name("calls").daemon().start(() -> accept(calls, running));
        listen(control, running, loaded);
    }

    private static Out described(Loaded loaded) {
        Out out = new Out().byteValue(Frame.RETURN).count(loaded.extensions().size());
        loaded.extensions().stream().map(Loaded::points).forEach(points -> {
            out.count(points.size());
            points.forEach(point -> out.text(point.getName()));
        });
        return out;
    }

    private static void accept(ServerSocketChannel calls, Calls running) {
        try {
            while (true) {
                Connection connection = new Connection(calls.accept());
                Thread.ofPlatform().name("call").daemon().start(() -> running.serve(connection));
            }
        } catch (IOException broken) {
            Runtime.getRuntime().halt(2);
        }
    }

    private static void listen(Connection control, Calls running, Loaded loaded) throws IOException {
        while (true) {
            In message = control.receive(ENDLESS);
            switch (message.byteValue()) {
                case Frame.CANCEL -> running.cancel(message.int64());
                case Frame.STOP -> {
                    loaded.close();
                    Runtime.getRuntime().halt(0);
                }
                default -> throw new Malformed("no such message");
            }
        }
    }
}
