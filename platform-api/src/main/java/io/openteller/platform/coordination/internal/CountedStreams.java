package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.openteller.platform.coordination.OpenStreams;
import io.openteller.platform.coordination.TextEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@Singleton
class CountedStreams implements OpenStreams, GracefulShutdownCapable {

    private static final Duration SPREAD = Duration.ofSeconds(2);

    private final MeterRegistry meters;
    private final Sinks.Empty<Void> end = Sinks.empty();
    private volatile boolean ends;
    private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();

    CountedStreams(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Publisher<TextEvent> open(String kind, Publisher<TextEvent> stream) {
        AtomicInteger count = open.computeIfAbsent(kind, this::counter);
        return Flux.from(stream)
                .takeUntilOther(end.asMono())
                .concatWith(Mono.defer(() -> ends ? Mono.just(elsewhere()) : Mono.empty()))
                .doOnSubscribe(reader -> count.incrementAndGet())
                .doFinally(how -> count.decrementAndGet());
    }

    /** Not all in the same moment: those of a process are thousands. */
    private static TextEvent elsewhere() {
        long after = ThreadLocalRandom.current().nextLong(SPREAD.toMillis());
        return TextEvent.of("reconnect", "{\"afterMillis\":" + after + "}");
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
        ends = true;
        end.tryEmitEmpty();
    }
}
