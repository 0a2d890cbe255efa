package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.internal.calls.QuarantineSql.Due;
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
class Upkeep {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Tenants tenants;
    private final UsageBook usage;
    private final UsageSql rows;
    private final ErrorBook errors;
    private final Checks checks;
    private final Clock clock;
    private Instant tidied = Instant.MIN;

    Upkeep(Tenants tenants, UsageBook usage, UsageSql rows, ErrorBook errors, Checks checks, Clock clock) {
        this.tenants = tenants;
        this.usage = usage;
        this.rows = rows;
        this.errors = errors;
        this.checks = checks;
        this.clock = clock;
    }

    void once() {
        write();
        for (Tenant bank : tenants.leftBehind("quarantines")) {
            CurrentTenant.run(bank, () -> checks.due().forEach(due -> probe(bank, due)));
        }
        if (tidied.isBefore(clock.instant().minus(TIDY_EVERY))) {
            tenants.all().forEach(bank -> CurrentTenant.run(bank, () -> rows.forgetBefore(clock.instant())));
            tidied = clock.instant();
        }
    }

    /** A check may take its time, and nothing else waits for it. */
    private void probe(Tenant bank, Due due) {
        Thread.ofVirtual().name("plugin-probe").start(() -> CurrentTenant.run(bank, () -> checks.probe(due)));
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
        try {
            write();
        } catch (RuntimeException failure) {
            log.warn("the last calls of plugins are not written down", failure);
        }
    }
}
