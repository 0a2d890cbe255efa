package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the {@link Upkeep} every few seconds, from the start on. Plugins run from the start because of it. */
@Singleton
@Requires(property = "openteller.plugins.loop", notEquals = "false")
class UpkeepLoop implements ApplicationEventListener<StartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(UpkeepLoop.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Upkeep upkeep;
    private volatile boolean stopped;

    UpkeepLoop(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        Thread.ofVirtual().name("plugin-upkeep").start(this::loop);
    }

    private void loop() {
        while (!stopped) {
            try {
                Thread.sleep(EVERY);
                upkeep.once();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.error("upkeep of plugins failed", failure);
            }
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
