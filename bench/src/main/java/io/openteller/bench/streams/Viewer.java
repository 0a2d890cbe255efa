package io.openteller.bench.streams;

import io.openteller.bench.load.Event;
import io.openteller.bench.load.Subscription;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open stream, which is opened again when it is told to. */
final class Viewer implements AutoCloseable {

    private final BiFunction<Consumer<Event>, Runnable, Subscription> opening;
    private final AtomicInteger live;
    private final Consumer<Event> events;
    private volatile @Nullable Subscription open;
    private boolean isLive;

    /**
     * @param opening makes the stream
     * @param live how many are there: those that had their first event
     */
    Viewer(
            BiFunction<Consumer<Event>, Runnable, Subscription> opening, AtomicInteger live, Consumer<Event> events) {
        this.opening = opening;
        this.live = live;
        this.events = events;
    }

    void open() {
        open = opening.apply(this::take, this::gone);
    }

    private void take(Event event) {
        synchronized (this) {
            if (!isLive) {
                isLive = true;
                live.incrementAndGet();
            }
        }
        events.accept(event);
    }

    private synchronized void gone() {
        if (isLive) {
            isLive = false;
            live.decrementAndGet();
        }
    }

    @Override
    public void close() {
        Subscription stream = open;
        if (stream != null) {
            stream.close();
        }
        gone();
    }
}
