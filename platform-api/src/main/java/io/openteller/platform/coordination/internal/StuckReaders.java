package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections whose other side does not take what is written. What is written waits in memory, up to the connection's high
 * watermark; a thousand that never read would hold that for as long as they like. Who comes back resumes where they were.
 */
@Singleton
class StuckReaders implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Duration patience;
    private final Counter cut;

    StuckReaders(
            @Property(name = "openteller.streams.stuck-after", defaultValue = "45s") Duration patience, MeterRegistry meters) {
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
            return role == ChannelRole.CONNECTION ? new EachConnection(opened) : this;
        }

        @Override
        public void onInitialPipelineBuilt() {
            if (channel != null) {
                channel.pipeline().addFirst("stuck-readers", new Watch());
            }
        }
    }

    /** Of one connection; on its own thread. */
    private final class Watch extends ChannelInboundHandlerAdapter {

        private @Nullable ScheduledFuture<?> end;

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (context.channel().isWritable()) {
                forget();
            } else if (end == null) {
                end = context.executor().schedule(() -> cut(context), patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            context.fireChannelWritabilityChanged();
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            forget();
            context.fireChannelInactive();
        }

        private void forget() {
            ScheduledFuture<?> waiting = end;
            end = null;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }

        private void cut(ChannelHandlerContext context) {
            cut.increment();
            context.close();
        }
    }
}
