package io.openteller.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.openteller.bench.canaries.Canaries;
import io.openteller.bench.canaries.Reading;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.canaries.Whose;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Speaks with one platform on this machine. Connections of requests are used again; each stream has its own. */
public final class Client implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int CONNECT_MILLIS = 3_000;
    private static final int PATIENCE_SECONDS = 20;

    private final String origin;
    private final InetSocketAddress address;
    private final EventLoopGroup loops;
    private final Bootstrap requests;
    private final Bootstrap streams;
    private final Deque<Channel> idle = new ConcurrentLinkedDeque<>();
    private final Canaries canaries;

    /**
     * @param canaries read every answer and every stream
     * @param threads as many as may be spent on speaking
     */
    public Client(String origin, int port, int threads, Canaries canaries) {
        this.origin = origin;
        this.address = new InetSocketAddress("127.0.0.1", port);
        this.loops = new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
        this.canaries = canaries;
        this.requests = bootstrap(channel -> channel.pipeline()
                .addLast(new HttpClientCodec(), new HttpObjectAggregator(LONGEST_ANSWER), new Awaited()));
        this.streams = bootstrap(channel -> channel.pipeline().addLast(new HttpClientCodec()));
    }

    private Bootstrap bootstrap(Consumer<Channel> pipeline) {
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        pipeline.accept(channel);
                    }
                });
    }

    public String origin() {
        return origin;
    }

    /** Never fails: whoever does not answer is {@link Answer#NONE}. */
    public CompletableFuture<Answer> post(String path, String bearer, String json) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        FullHttpRequest request = request(HttpMethod.POST, path, bearer, json);
        Reading reading = canaries.reading(Way.HTTP, () -> Whose.of(bearer.isEmpty() ? json : bearer));
        Channel free = free();
        if (free != null) {
            send(free, request, reading, answer);
        } else {
            requests.connect(address).addListener((ChannelFuture opened) -> {
                if (opened.isSuccess()) {
                    send(opened.channel(), request, reading, answer);
                } else {
                    request.release();
                    answer.complete(Answer.NONE);
                }
            });
        }
        return answer.completeOnTimeout(Answer.NONE, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private @org.jspecify.annotations.Nullable Channel free() {
        for (Channel channel = idle.pollFirst(); channel != null; channel = idle.pollFirst()) {
            if (channel.isActive()) {
                return channel;
            }
        }
        return null;
    }

    private void send(Channel channel, FullHttpRequest request, Reading reading, CompletableFuture<Answer> answer) {
        Awaited awaited = channel.pipeline().get(Awaited.class);
        awaited.next(reading, heard -> {
            if (channel.isActive()) {
                idle.addFirst(channel);
            }
            answer.complete(heard);
        });
        channel.writeAndFlush(request).addListener(written -> {
            if (!written.isSuccess()) {
                channel.close();
                answer.complete(Answer.NONE);
            }
        });
    }

    /** @param events called on the connection's own thread; must return quickly */
    public Subscription stream(String path, String bearer, Consumer<Event> events, Runnable ended) {
        return stream(request(HttpMethod.GET, path, bearer, ""), bearer, events, ended);
    }

    /** The same for a colleague, who is known by their cookie. */
    public Subscription staffStream(String path, String cookie, Consumer<Event> events, Runnable ended) {
        FullHttpRequest request = request(HttpMethod.GET, path, "", "");
        String session = "openteller_session=" + cookie;
        request.headers().set(HttpHeaderNames.COOKIE, session);
        return stream(request, session, events, ended);
    }

    private Subscription stream(FullHttpRequest request, String credential, Consumer<Event> events, Runnable ended) {
        Subscription subscription =
                new Subscription(events, ended, canaries.reading(Way.STREAM, () -> Whose.of(credential)));
        if (loops.isShuttingDown()) {
            // Whoever comes back now comes back for ever.
            subscription.close();
            return subscription;
        }
        streams.connect(address).addListener((ChannelFuture opened) -> {
            if (opened.isSuccess()) {
                subscription.on(opened.channel(), request);
            } else {
                subscription.lost();
            }
        });
        return subscription;
    }

    private FullHttpRequest request(HttpMethod method, String path, String bearer, String json) {
        FullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1, method, path, Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
        Map<String, String> headers = Map.of("Host", "localhost", "Origin", origin);
        headers.forEach(request.headers()::set);
        if (!bearer.isEmpty()) {
            request.headers().set(HttpHeaderNames.AUTHORIZATION, "Bearer " + bearer);
        }
        if (method.equals(HttpMethod.POST)) {
            request.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderNames.CONTENT_LENGTH, request.content().readableBytes());
        } else {
            request.headers().set(HttpHeaderNames.ACCEPT, "text/event-stream");
        }
        return request;
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
