package io.openteller.platform.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantSlug;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FairShareTest {

    private static final Tenant NOISY = bank("noisy");
    private static final Tenant QUIET = bank("quiet");
    private static final Tenant OTHER = bank("other");

    private final FairShare share = new FairShare(4);
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void a_bank_with_fifty_waiting_does_not_come_before_one_with_a_single_piece() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        var order = new LinkedBlockingQueue<String>();
        var begun = new AtomicInteger();
        FairShare one = new FairShare(1);
        begin(one, NOISY, () -> {
            begun.incrementAndGet();
            waits(open);
        });
        until(() -> begun.get() == 1);
        for (int i = 0; i < 50; i++) {
            begin(one, NOISY, () -> order.add("noisy"));
        }
        until(() -> threads.stream().skip(1).allMatch(thread -> thread.getState() == Thread.State.WAITING));
        Thread quiet = begin(one, QUIET, () -> order.add("quiet"));
        Thread other = begin(one, OTHER, () -> order.add("other"));
        until(() -> quiet.getState() == Thread.State.WAITING && other.getState() == Thread.State.WAITING);

        open.countDown();

        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(order.stream().limit(4)).contains("quiet", "other");
        assertThat(order).hasSize(52);
    }

    @Test
    void the_last_quarter_is_there_for_whoever_comes_next() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        var noisy = new AtomicInteger();
        for (int i = 0; i < 10; i++) {
            begin(share, NOISY, () -> {
                noisy.incrementAndGet();
                waits(open);
            });
        }
        until(() -> noisy.get() == 3 && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        var quiet = new CountDownLatch(1);

        begin(share, QUIET, quiet::countDown);

        assertThat(quiet.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(noisy).hasValue(3);
        open.countDown();
        until(() -> noisy.get() == 10);
    }

    @Test
    void who_waits_for_a_model_gives_the_place_up_meanwhile_and_once_only() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        var waiting = new AtomicInteger();
        var computed = new AtomicInteger();
        FairShare one = new FairShare(1);
        for (int i = 0; i < 5; i++) {
            begin(one, NOISY, () -> {
                FairShare.away(() -> FairShare.away(() -> {
                    waiting.incrementAndGet();
                    waits(answer);
                    return 1;
                }));
                computed.incrementAndGet();
            });
        }
        until(() -> waiting.get() == 5);
        answer.countDown();
        until(() -> computed.get() == 5);
        var after = new CountDownLatch(1);
        begin(one, QUIET, after::countDown);
        assertThat(after.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_place_is_given_back_by_work_that_fails() throws Exception {
        FairShare one = new FairShare(1);
        Thread failing = begin(one, NOISY, () -> {
            throw new IllegalStateException("planted");
        });
        failing.join();
        var after = new CountDownLatch(1);
        begin(one, NOISY, after::countDown);
        assertThat(after.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_bank_that_takes_much_more_than_its_share_gets_one_place_while_processors_are_used_up() throws Exception {
        FairShare eight = new FairShare(8);
        Thread quiet = begin(eight, QUIET, () -> {});
        quiet.join();
        for (int i = 0; i < 50; i++) {
            begin(eight, NOISY, () -> {}).join();
        }
        for (int i = 0; i < 10; i++) {
            eight.steer(0.9);
        }
        CountDownLatch open = new CountDownLatch(1);
        var noisy = new AtomicInteger();
        var inTime = new CountDownLatch(6);
        for (int i = 0; i < 7; i++) {
            begin(eight, NOISY, () -> {
                noisy.incrementAndGet();
                waits(open);
            });
        }
        for (int i = 0; i < 6; i++) {
            begin(eight, QUIET, () -> {
                inTime.countDown();
                waits(open);
            });
        }
        assertThat(inTime.await(10, TimeUnit.SECONDS)).as("others have what they had").isTrue();
        assertThat(noisy).hasValue(1);

        eight.steer(0.3);
        until(() -> noisy.get() == 2);
        open.countDown();
        until(() -> noisy.get() == 7);
    }

    @Test
    void a_bank_that_takes_much_more_than_its_share_gets_a_quarter_of_the_places_where_processors_are_free() throws Exception {
        FairShare eight = new FairShare(8);
        begin(eight, QUIET, () -> {}).join();
        for (int i = 0; i < 50; i++) {
            begin(eight, NOISY, () -> {}).join();
        }
        for (int i = 0; i < 10; i++) {
            eight.steer(0.1);
        }
        assertThat(eight.withheld()).isEqualTo(4);
        CountDownLatch open = new CountDownLatch(1);
        var noisy = new AtomicInteger();
        for (int i = 0; i < 7; i++) {
            begin(eight, NOISY, () -> {
                noisy.incrementAndGet();
                waits(open);
            });
        }
        var inTime = new CountDownLatch(6);
        for (int i = 0; i < 6; i++) {
            begin(eight, QUIET, () -> {
                inTime.countDown();
                waits(open);
            });
        }
        assertThat(inTime.await(10, TimeUnit.SECONDS)).as("others have all the rest").isTrue();
        assertThat(noisy).hasValue(2);
        open.countDown();
        until(() -> noisy.get() == 7);
    }

    @Test
    void a_bank_that_is_alone_keeps_its_places_however_busy_processors_are() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        var noisy = new AtomicInteger();
        for (int i = 0; i < 50; i++) {
            begin(share, NOISY, () -> {}).join();
        }
        for (int i = 0; i < 10; i++) {
            share.steer(0.99);
        }
        for (int i = 0; i < 3; i++) {
            begin(share, NOISY, () -> {
                noisy.incrementAndGet();
                waits(open);
            });
        }
        until(() -> noisy.get() == 3);
        open.countDown();
    }

    @Test
    void banks_that_take_alike_keep_their_places_however_busy_processors_are() throws Exception {
        FairShare eight = new FairShare(8);
        for (int i = 0; i < 50; i++) {
            begin(eight, NOISY, () -> {}).join();
            begin(eight, QUIET, () -> {}).join();
        }
        for (int i = 0; i < 10; i++) {
            eight.steer(0.99);
        }
        CountDownLatch open = new CountDownLatch(1);
        var noisy = new AtomicInteger();
        for (int i = 0; i < 6; i++) {
            begin(eight, NOISY, () -> {
                noisy.incrementAndGet();
                waits(open);
            });
        }
        until(() -> noisy.get() == 6);
        open.countDown();
    }

    private Thread begin(FairShare where, Tenant bank, Runnable work) {
        Thread thread = Thread.ofPlatform().daemon().unstarted(() -> CurrentTenant.run(bank, () -> where.run(() -> {
            work.run();
            return true;
        })));
        thread.setUncaughtExceptionHandler((which, planted) -> {});
        threads.add(thread);
        thread.start();
        return thread;
    }

    private static void waits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void until(java.util.function.BooleanSupplier happened) {
        while (!happened.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Tenant bank(String slug) {
        return new Tenant(UUID.randomUUID(), new TenantSlug(slug), slug, "GBP", "en");
    }
}
