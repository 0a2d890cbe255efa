package io.openteller.host.child;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** The JDK's maker of channels, until it is sealed; from then on only selectors, for connections that are there. */
public final class NoNetwork extends SelectorProvider {

    private static volatile boolean sealed;

    private final SelectorProvider jdk = jdk();

    /** Needs its package exported on the command line; plugins cannot link it. */
    private static SelectorProvider jdk() {
        try {
            Class<?> jdk = Class.forName("sun.nio.ch.DefaultSelectorProvider");
            return (SelectorProvider) jdk.getMethod("get").invoke(null);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("this JDK makes its channels in another way", changed);
        }
    }

    static void seal() {
        sealed = true;
    }

    private static void open() {
        if (sealed) {
            throw Sealing.refused();
        }
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        open();
        return jdk.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        open();
        return jdk.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return jdk.openPipe();
    }

    @Override
    public AbstractSelector openSelector() throws IOException {
        return jdk.openSelector();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        open();
        return jdk.openServerSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        open();
        return jdk.openSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel(ProtocolFamily family) throws IOException {
        open();
        return jdk.openSocketChannel(family);
    }

    @Override
    public ServerSocketChannel openServerSocketChannel(ProtocolFamily family) throws IOException {
        open();
        return jdk.openServerSocketChannel(family);
    }
}
