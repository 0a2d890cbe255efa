package io.openteller.platform.turn.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.openteller.platform.conversation.Backlog.Waiting;
import io.openteller.platform.conversation.Backlog;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a message can be answered soon. What waits is looked up once a second at most while somebody writes, for all banks
 * together and beside the message that asks, and reckoned on from what this process took and answered since: taking a message costs
 * no statement more.
 */
@Singleton
class Pressure {

    private static final Logger log = LoggerFactory.getLogger(Pressure.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration OF_USE = Duration.ofSeconds(3);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** So few are answered soon, however long the oldest of them has waited, as after a process died. */
    private static final int FEW = 16;

    private final Backlog backlog;
    private final Bounds bounds;
    private final MeterRegistry meters;
    private final Map<UUID, Bank> banks = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicLong seenAt = new AtomicLong(System.nanoTime() - LONGEST_WAIT.toNanos());
    private volatile boolean seen;

    Pressure(Backlog backlog, Bounds bounds, MeterRegistry meters) {
        this.backlog = backlog;
        this.bounds = bounds;
        this.meters = meters;
    }

    /**
     * From where messages are turned away.
     *
     * @param waitingPerBank turns that wait for an answer in one bank
     * @param waiting the same in all banks that this process knows of
     * @param oldestWaiting age of a bank's oldest waiting turn
     */
    @ConfigurationProperties("openteller.limits")
    record Bounds(int waitingPerBank, int waiting, Duration oldestWaiting) {}

    private static final class Bank {
        private final AtomicLong since = new AtomicLong();
        private volatile Waiting seen = Waiting.NONE;

        private long waiting() {
            return Math.max(0, seen.count() + since.get());
        }
    }

    /** How long to wait before sending it again; null if it can be taken now. */
    @Nullable Duration refusal() {
        Bank bank = banks.computeIfAbsent(CurrentTenant.get().id(), id -> new Bank());
        long age = System.nanoTime() - seenAt.get();
        if (age > FRESH.toNanos()) {
            look();
        }
        // Old figures say nothing, unless new ones are long in coming: then they are of a database that is behind itself.
        if (!seen || (age > OF_USE.toNanos() && !looking.get())) {
            return null;
        }
        Duration oldest = bank.seen.oldest();
        long waiting = bank.waiting();
        boolean many = waiting >= bounds.waitingPerBank();
        boolean late = waiting > FEW && oldest.compareTo(bounds.oldestWaiting()) > 0;
        return many || late || all() >= bounds.waiting() ? later(oldest) : null;
    }

    ProblemException refused(Duration wait) {
        meters.counter("openteller.requests.limited", "limit", "waiting").increment();
        return new ProblemException(ErrorCode.BUSY, null, wait);
    }

    void taken() {
        moved(1);
    }

    void claimed() {
        moved(-1);
    }

    private void moved(int by) {
        Bank bank = banks.get(CurrentTenant.get().id());
        if (bank != null) {
            bank.since.addAndGet(by);
        }
    }

    private long all() {
        return banks.values().stream().mapToLong(Bank::waiting).sum();
    }

    /** About as long as others wait now, and not all at the same moment. */
    private static Duration later(Duration oldest) {
        long seconds = Math.clamp(oldest.toSeconds(), 2, LONGEST_WAIT.toSeconds() / 2);
        return Duration.ofSeconds(seconds + ThreadLocalRandom.current().nextLong(seconds + 1));
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("pressure").start(() -> {
                try {
                    Map<UUID, Long> before = new HashMap<>();
                    banks.forEach((id, bank) -> before.put(id, bank.since.get()));
                    Map<UUID, Waiting> now = backlog.turns();
                    now.keySet().forEach(id -> banks.computeIfAbsent(id, bank -> new Bank()));
                    banks.forEach((id, bank) -> {
                        bank.since.addAndGet(-before.getOrDefault(id, 0L));
                        bank.seen = now.getOrDefault(id, Waiting.NONE);
                    });
                    seenAt.set(System.nanoTime());
                    seen = true;
                } catch (RuntimeException failure) {
                    log.warn("what waits could not be counted", failure);
                } finally {
                    looking.set(false);
                }
            });
        }
    }
}
