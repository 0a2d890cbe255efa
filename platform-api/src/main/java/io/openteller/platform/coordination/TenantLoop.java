package io.openteller.platform.coordination;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does waiting work, bank by bank: at once where a bank is said to have some, and now and then wherever something was left
 * behind, as by a process that died. That is one question for all banks: a thousand quiet ones cost nothing. One bank with a long queue
 * does not keep the others waiting. Of a bank whose workers are all busy, one that waits for something outside is stood in for by another.
 */
public final class TenantLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TenantLoop.class);

    private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

    /** How many of a bank's workers may be stood in for at a time: what each has in hand is in memory. */
    private static final int AWAY = 56;

    private static final ScopedValue<Worker> WORKER = ScopedValue.newInstance();

    private final String name;
    private final Tenants tenants;
    private final int workersPerTenant;
    private final BooleanSupplier step;
    private final Map<UUID, Crew> crews = new ConcurrentHashMap<>();
    private final Hints.Listening listening;
    private final Thread scan;
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile boolean closed;

    /** @param step does one piece of work for the current tenant; false when none waits */
    public TenantLoop(
            Work work, Tenants tenants, Hints hints, Duration scanEvery, int workersPerTenant, BooleanSupplier step) {
        this.name = work.name().toLowerCase(Locale.ROOT);
        this.tenants = tenants;
        this.workersPerTenant = workersPerTenant;
        this.step = step;
        this.listening = hints.onWork(work, this::work);
        this.scan = Thread.ofVirtual().name(name + "-scan").start(() -> scan(scanEvery));
    }

    private void scan(Duration every) {
        while (!closed) {
            try {
                tenants.leftBehind(name).forEach(this::work);
                Thread.sleep(every);
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                log.error("loop={} could not look for work", name, failure);
                pause(every);
            }
        }
    }

    private Crew crew(Tenant tenant) {
        return crews.computeIfAbsent(tenant.id(), id -> new Crew(workersPerTenant));
    }

    private void work(Tenant tenant) {
        Crew crew = crew(tenant);
        // Set first: a worker that is just finding nothing more to do looks once more before it goes.
        crew.lookAgain().set(true);
        if (!closed && crew.free().tryAcquire()) {
            Thread.ofVirtual().name(name + "-" + tenant.slug().value()).start(() -> work(tenant, crew));
        }
    }

    private void work(Tenant tenant, Crew crew) {
        Worker worker = new Worker(tenant, crew);
        try {
            crew.lookAgain().set(false);
            CurrentTenant.run(tenant, () -> ScopedValue.where(WORKER, worker).run(() -> steps(worker)));
        } catch (RuntimeException failure) {
            log.error("loop={} work of a bank failed tenant={}", name, tenant.id(), failure);
        } finally {
            worker.leave();
        }
        if (crew.lookAgain().getAndSet(false)) {
            work(tenant);
        }
    }

    private void steps(Worker worker) {
        boolean more = true;
        while (more && !closed && !worker.stoodInFor) {
            more = step.getAsBoolean();
        }
    }

    /**
     * To be called by a worker that is about to wait for something outside of this process: if no worker of its bank is free,
     * another one goes on with what waits, and this one ends with what it has in hand.
     */
    static void standIn() {
        if (WORKER.isBound()) {
            WORKER.get().standIn();
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on takes no work; what is being done goes on. */
    public void takeNoMore() {
        closed = true;
        listening.close();
        scan.interrupt();
    }

    /** Takes no new work and waits up to ten seconds for what is being done. Later calls return at once. */
    @Override
    public void close() {
        close(FINISH_WITHIN);
    }

    /** @return whether nothing is being done any more */
    public boolean close(Duration within) {
        takeNoMore();
        boolean done = true;
        long end = System.nanoTime() + within.toNanos();
        for (Crew crew : crews.values()) {
            try {
                done &= isDone(crew.free(), workersPerTenant, end) && isDone(crew.away(), AWAY, end);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        if (!done && !warned.getAndSet(true)) {
            log.warn("loop={} stops with work in hand; another process takes it over", name);
        }
        return done;
    }

    private static boolean isDone(Semaphore room, int all, long end) throws InterruptedException {
        if (!room.tryAcquire(all, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        room.release(all);
        return true;
    }

    /** Of one thread, and touched by no other. */
    private final class Worker {

        private final Tenant tenant;
        private final Crew crew;
        private boolean stoodInFor;

        private Worker(Tenant tenant, Crew crew) {
            this.tenant = tenant;
            this.crew = crew;
        }

        private void standIn() {
            // While one is free, whoever brings work wakes it.
            if (!stoodInFor && !closed && crew.free().availablePermits() == 0 && crew.away().tryAcquire()) {
                stoodInFor = true;
                crew.free().release();
                work(tenant);
            }
        }

        private void leave() {
            (stoodInFor ? crew.away() : crew.free()).release();
        }
    }

    /** The workers of one bank. @param away room for those that were stood in for */
    private record Crew(Semaphore free, Semaphore away, AtomicBoolean lookAgain) {

        private Crew(int workers) {
            this(new Semaphore(workers), new Semaphore(AWAY), new AtomicBoolean());
        }
    }
}
