package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.openteller.platform.coordination.OpenStreams;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

@Singleton
class CountedStreams implements OpenStreams, GracefulShutdownCapable {

    private final MeterRegistry meters;
    private final Sinks.Empty<Void> end = Sinks.empty();
    private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();

    CountedStreams(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public <T> Publisher<T> open(String kind, Publisher<T> stream) {
        AtomicInteger count = open.computeIfAbsent(kind, this::counter);
        return Flux.from(stream)
                .takeUntilOther(end.asMono())
                .doOnSubscribe(reader -> count.incrementAndGet())
                .doFinally(how -> count.decrementAndGet());
    }

    private AtomicInteger counter(String kind) {
        AtomicInteger count = new AtomicInteger();
        Gauge.builder("openteller.streams.open", count, AtomicInteger::get)
                .tag("kind", kind)
                .register(meters);
        return count;
    }

    /** First of all that stops: a server waits for the answers that it has begun, and a stream is one without end. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        endAll();
        return CompletableFuture.completedFuture(null);
    }

    @PreDestroy
    void endAll() {
        end.tryEmitEmpty();
    }
}
