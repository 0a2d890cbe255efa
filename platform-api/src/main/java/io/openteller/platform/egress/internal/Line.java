package io.openteller.platform.egress.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection, to the very address that was looked at. Used by one call at a time. */
final class Line {

    private final Place place;
    private final InetAddress at;
    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[16 * 1024];
    private int from;
    private int to;
    private long idleSince;

    /** @param socket the channel's own, or what encrypts it */
    Line(Place place, InetAddress at, SocketChannel channel, Socket socket) throws IOException {
        this.place = place;
        this.at = at;
        this.channel = channel;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    Place place() {
        return place;
    }

    InetAddress at() {
        return at;
    }

    SocketChannel channel() {
        return channel;
    }

    void write(byte[] bytes, int count) throws IOException {
        out.write(bytes, 0, count);
        out.flush();
    }

    /** One byte; -1 at the end. */
    int read() throws IOException {
        return from < to || fill() ? buffer[from++] & 0xff : -1;
    }

    int read(byte[] into, int offset, int length) throws IOException {
        if (from == to && !fill()) {
            return -1;
        }
        int count = Math.min(length, to - from);
        System.arraycopy(buffer, from, into, offset, count);
        from += count;
        return count;
    }

    private boolean fill() throws IOException {
        int count = in.read(buffer);
        from = 0;
        to = Math.max(0, count);
        return count > 0;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    /** Whether nothing was read that nobody asked for. */
    boolean clean() {
        return from == to;
    }

    /** Whether the other side has kept it open, and said nothing since its last answer. */
    boolean fresh(long longestNanos) {
        if (System.nanoTime() - idleSince > longestNanos) {
            return false;
        }
        try {
            channel.configureBlocking(false);
            int count = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return count == 0;
        } catch (IOException gone) {
            return false;
        }
    }

    boolean older(long longestNanos) {
        return System.nanoTime() - idleSince > longestNanos;
    }

    /** From any thread. Without a farewell: whoever waits on it is woken. */
    void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            // It is as closed as it can be.
            return;
        }
    }
}
