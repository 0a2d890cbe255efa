package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the {@link Upkeep} every few seconds, from the start on. Plugins run from the start because of it. */
@Singleton
@Requires(property = "openteller.plugins.loop", notEquals = "false")
class UpkeepLoop implements ApplicationEventListener<StartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(UpkeepLoop.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    /** For a round that is under way, which asks the database. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Upkeep upkeep;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("plugin-upkeep").unstarted(this::loop);

    UpkeepLoop(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        thread.start();
    }

    private void loop() {
        try {
            while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            upkeep.once();
        } catch (RuntimeException failure) {
            log.error("upkeep of plugins failed", failure);
        }
    }

    /** What it needs is closed after it. */
    @PreDestroy
    void stop() throws InterruptedException {
        stopped.countDown();
        thread.join(PATIENCE.toMillis());
    }
}
