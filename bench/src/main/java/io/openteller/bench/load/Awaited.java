package io.openteller.bench.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.openteller.bench.canaries.Reading;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The answer that one connection waits for. */
final class Awaited extends SimpleChannelInboundHandler<FullHttpResponse> {

    private volatile @Nullable Reading reading;
    private volatile @Nullable Consumer<Answer> next;

    /** @param reader sees all of the answer, headers and all */
    void next(Reading reader, Consumer<Answer> taker) {
        reading = reader;
        next = taker;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
        Reading reader = reading;
        if (reader != null) {
            Headers.read(reader, response.headers());
            reader.piece(response.content().nioBuffer());
        }
        tell(new Answer(
                response.status().code(),
                response.content().toString(StandardCharsets.UTF_8),
                response.headers().getInt(HttpHeaderNames.RETRY_AFTER, 0)));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        tell(Answer.NONE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable broken) {
        context.close();
    }

    private void tell(Answer answer) {
        Consumer<Answer> waiting = next;
        next = null;
        if (waiting != null) {
            waiting.accept(answer);
        }
    }
}
