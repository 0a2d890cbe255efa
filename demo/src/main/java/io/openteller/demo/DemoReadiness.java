package io.openteller.demo;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The demo is ready when its banks are. */
@Singleton
@Readiness
class DemoReadiness implements HealthIndicator {

    private volatile HealthStatus status = HealthStatus.DOWN;
    private volatile String detail = "starting";

    void says(String now) {
        detail = now;
    }

    void failed(String why) {
        detail = "failed: " + why;
    }

    void done() {
        detail = "banks are ready";
        status = HealthStatus.UP;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("demo", status)
                .details(Map.of("state", detail))
                .build());
    }
}
