package io.openteller.platform.banking.internal.reference;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Forgets what is long over, bank by bank. */
@Singleton
@Requires(property = "openteller.banking.loop", notEquals = "false")
class ForgettingLoop implements ApplicationEventListener<StartupEvent> {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(10);

    private final Tenants tenants;
    private final Hints hints;
    private final Forgetting forgetting;
    private @Nullable TenantLoop loop;

    ForgettingLoop(Tenants tenants, Hints hints, Forgetting forgetting) {
        this.tenants = tenants;
        this.hints = hints;
        this.forgetting = forgetting;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop(Work.FORGETTING, tenants, hints, LOOK_EVERY, 1, forgetting::next);
    }

    /** A piece is done at once, and the next one has time: this lease alone is not given back. */
    @EventListener
    void takeNoMore(Drain.Begun drain) {
        if (loop != null) {
            loop.takeNoMore();
        }
    }

    @PreDestroy
    void stop() {
        if (loop != null) {
            loop.close();
        }
    }
}
