package io.openteller.platform.sources.internal;

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
import io.openteller.platform.sources.Sites;
import io.openteller.platform.sources.Uploads;
import io.openteller.platform.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads files and fetches pages that wait; this is also what finds those of a process that died. */
@Singleton
@Requires(property = "openteller.sources.loop", notEquals = "false")
class SourceLoop implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private final Tenants tenants;
    private final Hints hints;
    /** Most of fetching is waiting. */
    private static final int FETCHERS = 4;

    private final Uploads uploads;
    private final Sites sites;
    private final SourceLimits limits;
    private final Leases leases;
    private final Duration finishWithin;
    private final List<TenantLoop> loops = new CopyOnWriteArrayList<>();

    SourceLoop(
            Tenants tenants,
            Hints hints,
            Uploads uploads,
            Sites sites,
            SourceLimits limits,
            Leases leases,
            @Property(name = "openteller.drain.finish-within", defaultValue = "10s") Duration finishWithin) {
        this.tenants = tenants;
        this.hints = hints;
        this.uploads = uploads;
        this.sites = sites;
        this.limits = limits;
        this.leases = leases;
        this.finishWithin = finishWithin;
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loops.add(new TenantLoop(Work.UPLOADS, tenants, hints, LOOK_EVERY, limits.readersHere(), uploads::readNext));
        loops.add(new TenantLoop(Work.SITES, tenants, hints, LOOK_EVERY, FETCHERS, sites::fetchNext));
    }

    @Override
    public CompletionStage<?> shutdownGracefully() {
        return CompletableFuture.runAsync(this::stop, work -> Thread.ofVirtual().name("sources-stop").start(work));
    }

    @EventListener
    void takeNoMore(Drain.Begun drain) {
        loops.forEach(TenantLoop::takeNoMore);
    }

    @PreDestroy
    void stop() {
        long end = System.nanoTime() + finishWithin.toNanos();
        loops.forEach(TenantLoop::takeNoMore);
        boolean done = true;
        for (TenantLoop loop : loops) {
            done &= loop.close(Duration.ofNanos(end - System.nanoTime()));
        }
        loops.clear();
        if (!done) {
            leases.giveBack();
        }
    }
}
