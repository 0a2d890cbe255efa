package io.openteller.platform.banking.internal.reference;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Forgets what is long over, bank by bank. */
@Singleton
@Requires(property = "openteller.banking.loop", notEquals = "false")
class ForgettingLoop implements ApplicationEventListener<StartupEvent> {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final Hints hints;
    private final Forgetting forgetting;
    private final Clock clock;
    private final Map<UUID, Instant> looked = new ConcurrentHashMap<>();
    private @Nullable TenantLoop loop;

    ForgettingLoop(Tenants tenants, Hints hints, Forgetting forgetting, Clock clock) {
        this.tenants = tenants;
        this.hints = hints;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop("bank-references", tenants, hints, LOOK_EVERY, 1, this::step);
    }

    /** Hints are about other work, and come often: they are no reason to look. */
    private boolean step() {
        UUID bank = CurrentTenant.get().id();
        Instant before = looked.get(bank);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.plus(LOOK_EVERY.dividedBy(2)))) {
            return false;
        }
        boolean more = forgetting.next();
        if (!more) {
            looked.put(bank, now);
        }
        return more;
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
