package io.openteller.platform.banking.internal.intent;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.openteller.platform.banking.internal.approval.Approvals;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds out about calls that were not answered, and ends approvals whose time is over, bank by bank. */
@Singleton
@Requires(property = "openteller.banking.loop", notEquals = "false")
class SettlingLoop implements ApplicationEventListener<StartupEvent> {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Tenants tenants;
    private final Hints hints;
    private final Settling settling;
    private final Approvals approvals;
    private @Nullable TenantLoop loop;

    SettlingLoop(Tenants tenants, Hints hints, Settling settling, Approvals approvals) {
        this.tenants = tenants;
        this.hints = hints;
        this.settling = settling;
        this.approvals = approvals;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop(Work.SETTLING, tenants, hints, LOOK_EVERY, 1, this::step);
    }

    private boolean step() {
        approvals.expire();
        return settling.next();
    }

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
