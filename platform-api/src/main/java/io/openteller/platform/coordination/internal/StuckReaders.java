package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose other side does not take what is written, at the second look that finds the same thing waiting. It waits
 * in memory, the system's and then ours; a thousand that never read would hold that for as long as they like. Who comes back resumes
 * where they were.
 */
@Singleton
class StuckReaders implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** What may wait in the system's own memory for one connection; by itself it would grow to megabytes. */
    private static final int WAITS_IN_THE_SYSTEM = 128 * 1024;

    /** Bytes that a reader has to take between two looks, unless something is taken to its end. */
    private static final int LEAST = 1_024;

    private final Duration patience;
    private final Counter cut;

    StuckReaders(
            @Property(name = "openteller.streams.stuck-after", defaultValue = "25s") Duration patience, MeterRegistry meters) {
        this.patience = patience;
        this.cut = Counter.builder("openteller.streams.cut").register(meters);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new EachConnection(null));
        return event.getBean();
    }

    private final class EachConnection implements NettyServerCustomizer {

        private final @Nullable Channel channel;

        private EachConnection(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel opened, ChannelRole role) {
            if (role != ChannelRole.CONNECTION) {
                return this;
            }
            opened.config().setOption(ChannelOption.SO_SNDBUF, WAITS_IN_THE_SYSTEM);
            return new EachConnection(opened);
        }

        @Override
        public void onInitialPipelineBuilt() {
            if (channel != null) {
                channel.pipeline().addFirst("stuck-readers", new Watch());
            }
        }
    }

    /**
     * Of one connection; on its own thread. Looks again only while something waits to be taken: who is idle costs nothing.
     */
    private final class Watch extends ChannelOutboundHandlerAdapter {

        private boolean looksAgain;
        private @Nullable Object waiting;
        private long taken;

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            context.write(message, promise);
            if (!looksAgain) {
                lookLater(context);
            }
        }

        private void lookLater(ChannelHandlerContext context) {
            looksAgain = true;
            context.executor().schedule(() -> look(context), patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void look(ChannelHandlerContext context) {
            looksAgain = false;
            ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
            Object first = buffer == null ? null : buffer.current();
            if (buffer == null || first == null) {
                waiting = null;
                return;
            }
            long now = buffer.currentProgress();
            if (first == waiting && now - taken < LEAST) {
                cut.increment();
                context.close();
                return;
            }
            waiting = first;
            taken = now;
            lookLater(context);
        }
    }
}
