package io.openteller.platform.turn.internal;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.scheduling.annotation.Scheduled;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.FairShare;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Answers what waits; this is also what finds the turns of a process that died. */
@Singleton
@Requires(property = "openteller.turn.loop", notEquals = "false")
class TurnLoop implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    private static final int WORKERS_PER_BANK = 8;

    private static final OperatingSystemMXBean PROCESSORS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Tenants tenants;
    private final Hints hints;
    private final Turns turns;
    private final Leases leases;
    private final FairShare share;
    private final Duration finishWithin;
    private volatile boolean takes = true;
    private volatile @Nullable TenantLoop loop;

    /** @param atOnce turns that this process computes at the same time; 0: four for each processor */
    TurnLoop(
            Tenants tenants,
            Hints hints,
            Turns turns,
            Leases leases,
            MeterRegistry meters,
            @Property(name = "openteller.turn.at-once", defaultValue = "0") int atOnce,
            @Property(name = "openteller.drain.finish-within", defaultValue = "10s") Duration finishWithin) {
        this.tenants = tenants;
        this.hints = hints;
        this.turns = turns;
        this.leases = leases;
        this.finishWithin = finishWithin;
        this.share = new FairShare(atOnce > 0 ? atOnce : 4 * Runtime.getRuntime().availableProcessors());
        Gauge.builder("openteller.turns.withheld", share, FairShare::withheld)
                .description("Places for turns that a bank which takes much more than its share does not get, for others' sake")
                .register(meters);
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop(Work.TURNS, tenants, hints, Duration.ofSeconds(1), WORKERS_PER_BANK, this::next);
    }

    /** By what all of the machine does, where the database is on it, too; in a container by what that may use. */
    @Scheduled(fixedDelay = "100ms")
    void steer() {
        share.steer(PROCESSORS.getCpuLoad());
    }

    private boolean next() {
        // Asked again with a place in hand: who waited for one meanwhile must not begin what will not be finished.
        return share.run(() -> takes && turns.answerNext());
    }

    @EventListener
    void takeNoMore(Drain.Begun drain) {
        takes = false;
        TenantLoop running = loop;
        if (running != null) {
            running.takeNoMore();
        }
    }

    /** While everything that an answer needs is still there. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        return CompletableFuture.runAsync(this::stop, work -> Thread.ofVirtual().name("turn-stop").start(work));
    }

    @PreDestroy
    void stop() {
        takes = false;
        TenantLoop running = loop;
        loop = null;
        if (running != null && !running.close(finishWithin)) {
            leases.giveBack();
        }
    }
}
