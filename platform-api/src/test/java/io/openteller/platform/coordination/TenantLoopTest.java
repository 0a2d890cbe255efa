package io.openteller.platform.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TenantLoopTest {

    private static final Duration EVERY = Duration.ofMillis(20);

    private final Tenant quiet = tenant("quiet-bank");
    private final Tenant busy = tenant("busy-bank");
    private final Map<UUID, AtomicInteger> looks = new ConcurrentHashMap<>();
    private final List<Tenant> left = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final Tenants banks = new Banks();
    private final ToldHere hints = new ToldHere();

    @Test
    void a_bank_where_something_was_left_behind_is_looked_at_each_time_and_a_quiet_one_never() throws Exception {
        CountDownLatch enough = new CountDownLatch(10);
        left.add(busy);
        try (TenantLoop loop = new TenantLoop(Work.TURNS, banks, hints, EVERY, 1, () -> {
            looked();
            enough.countDown();
            return false;
        })) {
            assertThat(enough.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(count(quiet)).isZero();
        assertThat(asked).containsOnly("turns");
    }

    @Test
    void a_bank_that_has_work_is_worked_for_until_none_is_left() throws Exception {
        CountDownLatch enough = new CountDownLatch(40);
        left.add(busy);
        try (TenantLoop loop = new TenantLoop(Work.TURNS, banks, hints, Duration.ofHours(1), 1, () -> {
            enough.countDown();
            return enough.getCount() > 0;
        })) {
            assertThat(enough.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_quiet_bank_is_looked_at_at_once_when_it_is_told_to_have_work() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        try (TenantLoop loop = new TenantLoop(Work.TURNS, banks, hints, Duration.ofHours(1), 1, () -> {
            if (CurrentTenant.get().equals(quiet)) {
                looked.countDown();
            }
            return false;
        })) {
            hints.workWaits(quiet, Work.TURNS);
            assertThat(looked.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** A database that does not answer for a while. */
    @Test
    void a_look_that_fails_is_followed_by_the_next() throws Exception {
        CountDownLatch looked = new CountDownLatch(1);
        left.add(busy);
        failures.set(3);
        try (TenantLoop loop = new TenantLoop(Work.TURNS, banks, hints, EVERY, 1, () -> {
            looked.countDown();
            return false;
        })) {
            assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(failures).hasValue(0);
    }

    @Test
    void while_all_workers_of_a_bank_wait_for_something_outside_others_go_on() throws Exception {
        int workers = 2;
        int turns = 10;
        AtomicInteger left = new AtomicInteger(turns);
        CountDownLatch waiting = new CountDownLatch(turns);
        CountDownLatch model = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        FairShare share = new FairShare(4);
        TenantLoop loop = new TenantLoop(Work.TURNS, banks, hints, Duration.ofHours(1), workers, () -> share.run(() -> {
            if (!CurrentTenant.get().equals(busy) || left.getAndDecrement() <= 0) {
                return false;
            }
            FairShare.away(() -> {
                waiting.countDown();
                return waits(model);
            });
            done.incrementAndGet();
            return true;
        }));
        for (int turn = 0; turn < turns; turn++) {
            hints.workWaits(busy, Work.TURNS);
        }
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        // Who was stood in for has something in hand, and is waited for, too.
        assertThat(loop.close(Duration.ofMillis(50))).isFalse();
        model.countDown();
        assertThat(loop.close(Duration.ofSeconds(10))).isTrue();
        assertThat(done).hasValue(turns);
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int count(Tenant bank) {
        return looks.getOrDefault(bank.id(), new AtomicInteger()).get();
    }

    private int looked() {
        return looks.computeIfAbsent(CurrentTenant.get().id(), id -> new AtomicInteger()).incrementAndGet();
    }

    private static Tenant tenant(String slug) {
        return new Tenant(UUID.randomUUID(), new TenantSlug(slug), slug, "GBP", "en-GB");
    }

    private final class Banks implements Tenants {

        @Override
        public Tenant register(TenantSlug slug, String name, String currency, String locale) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Tenant> find(TenantSlug slug) {
            return all().stream().filter(one -> one.slug().equals(slug)).findFirst();
        }

        @Override
        public List<Tenant> all() {
            return List.of(quiet, busy);
        }

        @Override
        public List<Tenant> leftBehind(String what) {
            asked.add(what);
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("no connection");
            }
            return left;
        }
    }

    /** Within this process, and without Redis. */
    private static final class ToldHere implements Hints {

        private final Map<Work, Consumer<Tenant>> workers = new ConcurrentHashMap<>();

        @Override
        public void publish(Hint hint) {}

        @Override
        public Listening listen(Tenant tenant, Consumer<Hint> listener) {
            return () -> {};
        }

        @Override
        public void workWaits(Tenant tenant, Work work) {
            workers.getOrDefault(work, nobody -> {}).accept(tenant);
        }

        @Override
        public Listening onWork(Work work, Consumer<Tenant> listener) {
            workers.put(work, listener);
            return () -> workers.remove(work);
        }
    }
}
