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
import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.coordination.Drain;
import io.openteller.platform.coordination.FairShare;
import io.openteller.platform.coordination.Hints;
import io.openteller.platform.coordination.Leases;
import io.openteller.platform.coordination.TenantLoop;
import io.openteller.platform.coordination.Work;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import io.openteller.platform.turn.Turns;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what waits; this is also what finds the turns of a process that died. */
@Singleton
@Requires(property = "openteller.turn.loop", notEquals = "false")
class TurnLoop implements ApplicationEventListener<StartupEvent>, GracefulShutdownCapable {

    private static final Logger log = LoggerFactory.getLogger(TurnLoop.class);

    private static final int WORKERS_PER_BANK = 8;

    private static final OperatingSystemMXBean PROCESSORS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Tenants tenants;
    private final Hints hints;
    private final Turns turns;
    private final Leases leases;
    private final FairShare share;
    private final Seats seats;
    private final Duration finishWithin;
    private volatile boolean takes = true;
    private volatile @Nullable TenantLoop loop;

    /** @param atOnce turns that this process computes at the same time; 0: four for each processor */
    TurnLoop(
            Tenants tenants,
            Hints hints,
            Turns turns,
            Leases leases,
            Seats seats,
            MeterRegistry meters,
            @Property(name = "openteller.turn.at-once", defaultValue = "0") int atOnce,
            @Property(name = "openteller.drain.finish-within", defaultValue = "10s") Duration finishWithin) {
        this.tenants = tenants;
        this.hints = hints;
        this.turns = turns;
        this.leases = leases;
        this.seats = seats;
        this.finishWithin = finishWithin;
        this.share = new FairShare(atOnce > 0 ? atOnce : 4 * Runtime.getRuntime().availableProcessors());
        Gauge.builder("openteller.turns.seated", seats, Seats::taken)
                .description("Turns that this process began with their message and that are not over")
                .register(meters);
        Gauge.builder("openteller.turns.withheld", share, FairShare::withheld)
                .description("Places for turns that a bank which takes much more than its share does not get, for others' sake")
                .register(meters);
    }

    @Override
    public void onApplicationEvent(StartupEvent started) {
        loop = new TenantLoop(Work.TURNS, tenants, hints, Duration.ofSeconds(1), WORKERS_PER_BANK, this::next);
        seats.open(this::begin);
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

    /** On a thread of its own: somebody waits for the message to be acknowledged. */
    private void begin(Seats.Taken seat, ClaimedTurn turn) {
        Tenant bank = CurrentTenant.get();
        Thread.ofVirtual().name("turn-" + bank.slug().value()).start(() -> {
            try (seat) {
                CurrentTenant.run(bank, () -> share.run(() -> inTurn(seat, turn)));
            } catch (RuntimeException failure) {
                log.error("turn failed tenant={} turn={}", bank.id(), turn.id(), failure);
            }
        });
    }

    private boolean inTurn(Seats.Taken seat, ClaimedTurn turn) {
        if (takes && !seat.hasWaitedTooLong()) {
            turns.answer(turn);
        } else {
            turns.letGo(turn);
        }
        return true;
    }

    @EventListener
    void takeNoMore(Drain.Begun drain) {
        takes = false;
        seats.close();
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
        seats.close();
        TenantLoop running = loop;
        loop = null;
        long end = System.nanoTime() + finishWithin.toNanos();
        if (running != null && !(running.close(finishWithin) && seats.areFree(Duration.ofNanos(end - System.nanoTime())))) {
            leases.giveBack();
        }
    }
}
