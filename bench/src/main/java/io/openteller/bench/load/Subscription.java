package io.openteller.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.openteller.bench.canaries.Reading;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An open stream, until either side ends it. */
public final class Subscription implements AutoCloseable {

    private final Consumer<Event> events;
    private final Runnable ended;
    private final Reading reading;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile @Nullable Channel channel;
    private volatile boolean closed;

    Subscription(Consumer<Event> events, Runnable ended, Reading reading) {
        this.events = events;
        this.ended = ended;
        this.reading = reading;
    }

    void on(Channel opened, FullHttpRequest request) {
        channel = opened;
        opened.pipeline().addLast(new Lines());
        opened.writeAndFlush(request);
        if (closed) {
            opened.close();
        }
        if (!opened.isActive()) {
            lost();
        }
    }

    /** Told once; not to whoever closed it. */
    void lost() {
        if (over.compareAndSet(false, true) && !closed) {
            ended.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        Channel open = channel;
        if (open != null) {
            open.close();
        }
    }

    /** Server-sent events as they come in pieces. */
    private final class Lines extends SimpleChannelInboundHandler<HttpObject> {

        private final StringBuilder name = new StringBuilder();
        private byte[] line = new byte[512];
        private int length;
        private String id = "";
        private String data = "";

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject piece) {
            if (piece instanceof HttpResponse response) {
                Headers.read(reading, response.headers());
                if (response.status().code() != 200) {
                    context.close();
                }
            } else if (piece instanceof HttpContent content) {
                bytes(content.content());
                if (piece instanceof LastHttpContent) {
                    // The platform has ended the stream, and would take another request over the same connection.
                    context.close();
                }
            }
        }

        private void bytes(ByteBuf bytes) {
            reading.piece(bytes.nioBuffer());
            while (bytes.isReadable()) {
                byte one = bytes.readByte();
                if (one == '\n') {
                    line(new String(line, 0, length, StandardCharsets.UTF_8));
                    length = 0;
                } else {
                    if (length == line.length) {
                        line = java.util.Arrays.copyOf(line, length * 2);
                    }
                    line[length++] = one;
                }
            }
        }

        private void line(String text) {
            if (text.isEmpty()) {
                if (!data.isEmpty()) {
                    events.accept(new Event(name.toString(), id, data, System.nanoTime()));
                }
                name.setLength(0);
                id = "";
                data = "";
            } else if (text.startsWith("data:")) {
                data = data + text.substring(5).strip();
            } else if (text.startsWith("event:")) {
                name.append(text.substring(6).strip());
            } else if (text.startsWith("id:")) {
                id = text.substring(3).strip();
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            lost();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
            context.close();
        }
    }
}
