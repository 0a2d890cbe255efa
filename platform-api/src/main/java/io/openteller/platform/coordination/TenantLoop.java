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
 * Does waiting work, bank by bank: at once where a bank is said to have some, and for every bank now and then, which finds
 * what a process that died left behind. A bank where nothing happens is looked at less and less often, up to every
 * {@value #QUIET}th time: a thousand quiet banks must not cost what a busy one does. Turns have a deadline: while one of a bank may
 * be in the hands of another process, which may die, it is looked at every {@value #STIRRED}rd time. One bank with a long queue does
 * not keep the others waiting.
 */
public final class TenantLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TenantLoop.class);

    private static final Duration FINISH_WITHIN = Duration.ofSeconds(10);

    /** How many times longer than usual a quiet bank waits to be looked at. */
    private static final int QUIET = 8;

    /** The same where something happened in any process for so long, which is as long as a turn and its lease take. */
    private static final int STIRRED = 3;

    private static final Duration STIRRED_FOR = Duration.ofSeconds(40);

    private final String name;
    private final Tenants tenants;
    private final int workersPerTenant;
    private final BooleanSupplier step;
    private final Map<UUID, Crew> crews = new ConcurrentHashMap<>();
    private final Hints.Listening listening;
    private final Hints.Listening changes;
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
        this.listening = hints.onWork(work, this::told);
        this.changes = work == Work.TURNS ? hints.onChange(this::changed) : () -> {};
        this.scan = Thread.ofVirtual().name(name + "-scan").start(() -> scan(scanEvery));
    }

    private void scan(Duration every) {
        while (!closed) {
            try {
                for (Tenant tenant : tenants.all()) {
                    if (crew(tenant).isDue()) {
                        work(tenant);
                    }
                }
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
        return crews.computeIfAbsent(tenant.id(), id -> new Crew(new Semaphore(workersPerTenant)));
    }

    private void told(Tenant tenant) {
        crew(tenant).busy();
        work(tenant);
    }

    private void changed(UUID bank) {
        crews.computeIfPresent(bank, (id, crew) -> crew.stirred());
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
        try {
            crew.lookAgain().set(false);
            CurrentTenant.run(tenant, () -> steps(crew));
        } catch (RuntimeException failure) {
            log.error("loop={} work of a bank failed tenant={}", name, tenant.id(), failure);
        } finally {
            crew.free().release();
        }
        if (crew.lookAgain().getAndSet(false)) {
            work(tenant);
        }
    }

    private void steps(Crew crew) {
        while (!closed && step.getAsBoolean()) {
            crew.busy();
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
        changes.close();
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
                if (crew.free().tryAcquire(workersPerTenant, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    crew.free().release(workersPerTenant);
                } else {
                    done = false;
                }
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

    /** The workers of one bank. */
    private static final class Crew {

        private final Semaphore free;
        private final AtomicBoolean lookAgain = new AtomicBoolean();
        private volatile int apart = 1;
        private volatile long quietFrom = System.nanoTime();
        /** Of the loop's own thread. */
        private int looksLeft;

        private Crew(Semaphore free) {
            this.free = free;
        }

        private Semaphore free() {
            return free;
        }

        private AtomicBoolean lookAgain() {
            return lookAgain;
        }

        private void busy() {
            apart = 1;
        }

        private Crew stirred() {
            quietFrom = System.nanoTime() + STIRRED_FOR.toNanos();
            apart = Math.min(apart, STIRRED);
            return this;
        }

        /** Asked by the loop each time that it goes round. */
        private boolean isDue() {
            looksLeft = Math.min(looksLeft, apart) - 1;
            if (looksLeft > 0) {
                return false;
            }
            looksLeft = apart;
            apart = Math.min(2 * apart, System.nanoTime() - quietFrom < 0 ? STIRRED : QUIET);
            return true;
        }
    }
}
