package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Now and then: writes what calls came to, checks what is held back, lets go of what is old. */
@Singleton
class Upkeep implements ApplicationEventListener<StartupEvent> {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Tenants tenants;
    private final UsageBook usage;
    private final UsageSql rows;
    private final ErrorBook errors;
    private final Checks checks;
    private final Clock clock;
    private final boolean on;
    private volatile boolean stopped;
    private Instant tidied = Instant.MIN;

    Upkeep(
            Tenants tenants,
            UsageBook usage,
            UsageSql rows,
            ErrorBook errors,
            Checks checks,
            Clock clock,
            @Property(name = "openteller.plugins.loop", defaultValue = "true") boolean on) {
        this.tenants = tenants;
        this.usage = usage;
        this.rows = rows;
        this.errors = errors;
        this.checks = checks;
        this.clock = clock;
        this.on = on;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        if (on) {
            Thread.ofVirtual().name("plugin-upkeep").start(this::loop);
        }
    }

    private void loop() {
        while (!stopped) {
            try {
                Thread.sleep(EVERY);
                once();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.error("upkeep of plugins failed", failure);
            }
        }
    }

    void once() {
        write();
        boolean tidy = tidied.isBefore(clock.instant().minus(TIDY_EVERY));
        for (Tenant bank : tenants.all()) {
            if (tidy) {
                CurrentTenant.run(bank, () -> rows.forgetBefore(clock.instant()));
            }
            // A check may take its time, and other banks do not wait for it.
            Thread.ofVirtual().name("plugin-probe").start(() -> CurrentTenant.run(bank, checks::probe));
        }
        if (tidy) {
            tidied = clock.instant();
        }
    }

    private void write() {
        Set<Tenant> banks = new HashSet<>(usage.waiting());
        banks.addAll(errors.waiting());
        for (Tenant bank : banks) {
            CurrentTenant.run(bank, () -> {
                usage.write();
                errors.write();
            });
        }
    }

    @PreDestroy
    void stop() {
        stopped = true;
        try {
            write();
        } catch (RuntimeException failure) {
            log.warn("the last calls of plugins are not written down", failure);
        }
    }
}
