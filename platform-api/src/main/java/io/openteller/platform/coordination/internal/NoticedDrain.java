package io.openteller.platform.coordination.internal;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.openteller.platform.coordination.Drain;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Singleton
class NoticedDrain implements Drain {

    private static final Logger log = LoggerFactory.getLogger(NoticedDrain.class);

    private final ApplicationEventPublisher<Begun> events;
    private final Duration notice;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param notice for how long requests are still answered and streams stay open after it says that it is not ready */
    NoticedDrain(
            ApplicationEventPublisher<Begun> events,
            @Property(name = "openteller.drain.notice", defaultValue = "5s") Duration notice) {
        this.events = events;
        this.notice = notice;
    }

    @Override
    public void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        log.info("drains: not ready, takes no work; balancers have {} ms", notice.toMillis());
        events.publishEvent(new Begun());
        try {
            Thread.sleep(notice);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean hasBegun() {
        return begun.get();
    }
}
