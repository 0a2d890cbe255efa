package io.openteller.platform.banking.internal.intent;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.openteller.platform.banking.internal.approval.Approvals;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Finds out about calls that were not answered, and ends approvals whose time is over, bank by bank. */
@Singleton
@Requires(property = "openteller.banking.loop", notEquals = "false")
class SettlingLoop implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Tenants tenants;
    private final Hints hints;
    private final Settling settling;
    private final Approvals approvals;
    private final Leases leases;
    private final Duration finishWithin;
    private volatile @Nullable TenantLoop loop;

    SettlingLoop(
            Tenants tenants,
            Hints hints,
            Settling settling,
            Approvals approvals,
            Leases leases,
            @Property(name = "openteller.drain.finish-within", defaultValue = "10s") Duration finishWithin) {
        this.tenants = tenants;
        this.hints = hints;
        this.settling = settling;
        this.approvals = approvals;
        this.leases = leases;
        this.finishWithin = finishWithin;
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
        TenantLoop running = loop;
        if (running != null) {
            running.takeNoMore();
        }
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        return CompletableFuture.runAsync(this::stop, task -> Thread.ofVirtual().name("settling-stop").start(task));
    }

    @PreDestroy
    void stop() {
        TenantLoop running = loop;
        loop = null;
        if (running != null && !running.close(finishWithin)) {
            leases.giveBack();
        }
    }
}
