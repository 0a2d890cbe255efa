package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on only when a test says so. */
@Primary
@Singleton
@Requires(property = "test.turned-clock")
public class TurnedClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-21T10:00:00Z");

    public void on(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
