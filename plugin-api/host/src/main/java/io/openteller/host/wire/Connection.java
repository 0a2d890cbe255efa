package io.openteller.host.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Messages over a socket, written and read on the calling thread. Never blocks in the channel itself, which an interrupt would
 * close. One thread at a time may send, and one receive.
 */
public final class Connection implements Closeable {

    private static final int READING = 16 << 10;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private ByteBuffer arrived = ByteBuffer.allocate(READING).flip();

    public Connection(SocketChannel channel) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    /** @throws IOException if the other side has gone, or whatever patience throws */
    public void send(Out message, Patience patience) throws IOException {
        ByteBuffer frame = message.frame();
        while (true) {
            channel.write(frame);
            if (!frame.hasRemaining()) {
                return;
            }
            key.interestOps(SelectionKey.OP_WRITE);
            try {
                await(patience);
            } finally {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
    }

    /**
     * The next message.
     *
     * @throws EOFException if the other side has gone
     * @throws Malformed if it would be longer than any may be
     */
    public In receive(Patience patience) throws IOException {
        while (arrived.remaining() < 4) {
            more(patience);
        }
        int length = arrived.getInt(arrived.position());
        if (length < 0 || length > Limits.MESSAGE - 4) {
            throw new Malformed("a message of " + length + " bytes");
        }
        while (arrived.remaining() < 4 + length) {
            more(patience);
        }
        int from = arrived.arrayOffset() + arrived.position() + 4;
        In message = new In(arrived.array(), from, from + length, Borrowing.NONE);
        arrived.position(arrived.position() + 4 + length);
        return message;
    }

    /** Reads at least a byte. A message's bytes stay where they are until the next one is received. */
    private void more(Patience patience) throws IOException {
        int kept = arrived.remaining();
        int wanted = kept < 4 ? READING : Math.max(READING, 4 + arrived.getInt(arrived.position()));
        ByteBuffer room = arrived.array().length >= wanted && arrived.array().length <= 4 * READING
                ? arrived.compact()
                : grown(kept, wanted);
        try {
            while (true) {
                int count = channel.read(room);
                if (count > 0) {
                    return;
                }
                if (count < 0) {
                    throw new EOFException("the other side has gone");
                }
                await(patience);
            }
        } finally {
            arrived = room.flip();
        }
    }

    /** Grows with what has really come, not with what a message says of itself. */
    private ByteBuffer grown(int kept, int wanted) {
        int size = Math.min(wanted, Math.max(READING, 2 * kept));
        return ByteBuffer.allocate(Math.max(size, kept + 1)).put(arrived);
    }

    private void await(Patience patience) throws IOException {
        long millis = patience.check();
        if (millis < 0) {
            Thread.onSpinWait();
        } else {
            selector.select(millis);
            selector.selectedKeys().clear();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
