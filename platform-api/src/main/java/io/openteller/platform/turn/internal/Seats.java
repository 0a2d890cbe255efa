package io.openteller.platform.turn.internal;

import io.openteller.platform.conversation.ClaimedTurn;
import io.openteller.platform.conversation.Seat;
import io.openteller.platform.tenancy.CurrentTenant;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The turns that this process begins with the message that they answer. While there is room, the message is stored with its turn
 * taken already: neither is written that it waits, nor looked for. Who finds no room waits in the database, where any process may
 * take it; and until nothing of that bank waits there, what comes later waits, too, and does not overtake.
 */
@Singleton
class Seats {

    /** Enough for what waits for a place among the turns in progress; more would wait better where others find it. */
    private static final int ALL = 128;

    private static final int PER_BANK = 16;

    private final Semaphore room = new Semaphore(ALL);
    private final Map<UUID, Bank> banks = new ConcurrentHashMap<>();
    private volatile @Nullable BiConsumer<Taken, ClaimedTurn> beginning;

    private static final class Bank {
        private final Semaphore room = new Semaphore(PER_BANK);
        private volatile boolean waits;
    }

    /** @param begin is called on the thread that stored the message, which somebody waits for; must close what it is given */
    void open(BiConsumer<Taken, ClaimedTurn> begin) {
        beginning = begin;
    }

    /** From now on what comes waits for others. */
    void close() {
        beginning = null;
    }

    /** Room for a turn of the current tenant; null where there is none. Given back if nothing takes it. */
    @Nullable Taken seat() {
        BiConsumer<Taken, ClaimedTurn> begin = beginning;
        if (begin == null) {
            return null;
        }
        Bank bank = banks.computeIfAbsent(CurrentTenant.get().id(), id -> new Bank());
        if (!bank.waits && bank.room.tryAcquire()) {
            if (room.tryAcquire()) {
                return new Taken(bank, begin);
            }
            bank.room.release();
        }
        bank.waits = true;
        return null;
    }

    /** Nothing of the current tenant waits in the database. */
    void nothingWaits() {
        Bank bank = banks.get(CurrentTenant.get().id());
        if (bank != null) {
            bank.waits = false;
        }
    }

    /** Turns that this process began with their message and that are not over. */
    int taken() {
        return ALL - room.availablePermits();
    }

    /** @return whether all of them are free again within that time */
    boolean areFree(Duration within) {
        try {
            if (room.tryAcquire(ALL, within.toNanos(), TimeUnit.NANOSECONDS)) {
                room.release(ALL);
                return true;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** One seat, from before the message is stored until its turn is over. */
    final class Taken implements Seat, AutoCloseable {

        /** So long a turn may wait for its place; after that not much of the lease would be left to answer in. */
        private static final Duration PATIENCE = Duration.ofSeconds(5);

        private final long since = System.nanoTime();
        private final Bank bank;
        private final BiConsumer<Taken, ClaimedTurn> begin;
        private boolean begun;

        private Taken(Bank bank, BiConsumer<Taken, ClaimedTurn> begin) {
            this.bank = bank;
            this.begin = begin;
        }

        @Override
        public Duration lease() {
            return ConductedTurns.LEASE;
        }

        @Override
        public void take(ClaimedTurn turn) {
            begun = true;
            begin.accept(this, turn);
        }

        /** Whether the message came to a turn that this process has begun, and not to none, or to one that waits. */
        boolean isBegun() {
            return begun;
        }

        boolean hasWaitedTooLong() {
            return System.nanoTime() - since > PATIENCE.toNanos();
        }

        @Override
        public void close() {
            room.release();
            bank.room.release();
        }
    }
}
