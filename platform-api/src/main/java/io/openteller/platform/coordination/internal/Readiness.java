package io.openteller.platform.coordination.internal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.Preparation;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Whether to send anybody here: not before everything is loaded that an answer needs, and not any more once the process
 * drains. Redis and Keycloak are not asked: without the one hints come later, without the other nobody signs in anew, and
 * a platform that is taken out of service for either would be away altogether.
 */
@Singleton
@io.micronaut.management.health.indicator.annotation.Readiness
class Readiness implements HealthIndicator, ApplicationEventListener<StartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(Readiness.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final BeanProvider<Preparation> preparations;
    private final Drain drain;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private volatile boolean looked;
    private volatile boolean stopped;

    Readiness(BeanProvider<Preparation> preparations, Drain drain, MeterRegistry meters) {
        this.preparations = preparations;
        this.drain = drain;
        Gauge.builder("openteller.prepared", this, self -> self.isReady() ? 1 : 0)
                .description("1 when everything is loaded and the process does not drain")
                .register(meters);
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        preparations.forEach(one -> {
            missing.add(one.what());
            Thread.ofVirtual().name("prepare-" + one.what()).start(() -> prepare(one));
        });
        looked = true;
    }

    private void prepare(Preparation one) {
        long begun = System.nanoTime();
        while (!stopped) {
            try {
                one.prepare();
                missing.remove(one.what());
                log.info("prepared what={} ms={}", one.what(), (System.nanoTime() - begun) / 1_000_000);
                return;
            } catch (RuntimeException | LinkageError failure) {
                log.error("not ready: {} cannot be prepared", one.what(), failure);
            }
            try {
                Thread.sleep(AGAIN);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("prepared", isReady() ? HealthStatus.UP : HealthStatus.DOWN)
                .build());
    }

    private boolean isReady() {
        return looked && missing.isEmpty() && !drain.hasBegun();
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
