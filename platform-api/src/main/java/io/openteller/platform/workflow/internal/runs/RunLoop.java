package io.openteller.platform.workflow.internal.runs;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
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

/** Looks at every bank's runs once a second. */
@Singleton
@Requires(property = "openteller.workflow.loop", notEquals = "false")
class RunLoop implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    private static final int WORKERS_PER_BANK = 4;

    private final Tenants tenants;
    private final Hints hints;
    private final RunWork work;
    private final Leases leases;
    private final Duration finishWithin;
    private volatile @Nullable TenantLoop loop;

    RunLoop(
            Tenants tenants,
            Hints hints,
            RunWork work,
            Leases leases,
            @Property(name = "openteller.drain.finish-within", defaultValue = "10s") Duration finishWithin) {
        this.tenants = tenants;
        this.hints = hints;
        this.work = work;
        this.leases = leases;
        this.finishWithin = finishWithin;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop(Work.RUNS, tenants, hints, Duration.ofSeconds(1), WORKERS_PER_BANK, work::next);
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        return CompletableFuture.runAsync(this::stop, task -> Thread.ofVirtual().name("run-stop").start(task));
    }

    @EventListener
    void takeNoMore(Drain.Begun drain) {
        TenantLoop running = loop;
        if (running != null) {
            running.takeNoMore();
        }
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
