package io.openteller.platform.retrieval.internal;

import io.openteller.platform.knowledge.Edition;
import io.openteller.platform.knowledge.Knowledge;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One tenant's index while it is used: closed, open, or open and being brought up to date.
 *
 * <p>Two things follow a release at different speed. What may be found at all (the standings) is read before the very next
 * search, which waits for it. What has to be indexed is done beside the searches, which use the index before until then.
 */
final class TenantIndex {

    private static final Logger log = LoggerFactory.getLogger(TenantIndex.class);

    /** After a failure, so that a broken disk is not written to by every search. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Tenant tenant;
    private final IndexFolder folder;
    private final Knowledge knowledge;
    private final Semaphore permits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    private Standings standings = Standings.NONE;
    private @Nullable Snapshot snapshot;
    private @Nullable Work waiting;
    private boolean working;
    private long failedAt;
    private volatile long usedAt = System.nanoTime();

    private record Work(Standings standings, List<Edition> editions) {}

    /** A snapshot that is held until it is released, and what of it may be found. */
    record Ready(Snapshot snapshot, Standings standings) {}

    /** @param permits how many indexes are written at once on this node */
    TenantIndex(Tenant tenant, IndexFolder folder, Knowledge knowledge, Semaphore permits) {
        this.tenant = tenant;
        this.folder = folder;
        this.knowledge = knowledge;
        this.permits = permits;
    }

    /**
     * @param patience how long to wait for the index of this release; what was there before is given after that
     * @param first the same when there is nothing else
     * @return null if there is still nothing to search
     */
    @Nullable Ready ready(long release, Duration patience, Duration first) throws IOException {
        usedAt = System.nanoTime();
        lock.lock();
        try {
            if (snapshot == null && !working) {
                open();
            }
            // Not only lower: a database that was restored goes back.
            if (standings.release() != release && (failedAt == 0 || System.nanoTime() - failedAt > PAUSE.toNanos())) {
                refresh(release);
            }
            long left = (usable() == null ? first : patience).toNanos();
            while (working && left > 0 && !complete()) {
                left = news.awaitNanos(left);
            }
            Snapshot now = usable();
            return now != null && now.hold() ? new Ready(now, standings) : null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            lock.unlock();
        }
    }

    /** One of another format is kept for its vectors only. */
    private @Nullable Snapshot usable() {
        return snapshot != null && folder.isCurrent(snapshot) ? snapshot : null;
    }

    private boolean complete() {
        Snapshot now = usable();
        return now != null && now.indexed().release() == standings.release();
    }

    /** An index that is complete needs nothing from the database: it knows the standings of its release. */
    private void open() throws IOException {
        Snapshot found = folder.open();
        if (found != null) {
            snapshot = found;
            if (standings == Standings.NONE) {
                standings = found.indexed();
            }
        }
    }

    /** Reads what counts now, under the lock: nobody may be told what was revoked while it is read. */
    private void refresh(long release) {
        List<Edition> editions = knowledge.editions();
        standings = Standings.of(release, editions);
        waiting = new Work(standings, editions);
        if (!working) {
            working = true;
            Thread.ofVirtual()
                    .name("index-" + tenant.slug().value())
                    .start(() -> CurrentTenant.run(tenant, this::work));
        }
    }

    private void work() {
        try {
            permits.acquire();
            try {
                for (Work next = next(); next != null; next = next()) {
                    long begun = System.nanoTime();
                    update(next);
                    log.info(
                            "index brought up to date tenant={} release={} editions={} ms={}",
                            tenant.slug().value(),
                            next.standings().release(),
                            next.editions().size(),
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                }
            } finally {
                permits.release();
            }
        } catch (IOException | RuntimeException failure) {
            log.error("index was not brought up to date tenant={}", tenant.slug().value(), failure);
            failed();
        } catch (InterruptedException stopped) {
            failed();
        }
    }

    private void update(Work work) throws IOException {
        // Held: it is replaced step by step, and asked for its vectors until the end.
        Snapshot before = held();
        try {
            folder.update(before, work.standings(), work.editions(), this::publish, this::overtaken);
        } finally {
            if (before != null) {
                before.release();
            }
        }
    }

    private @Nullable Snapshot held() {
        lock.lock();
        try {
            return snapshot != null && snapshot.hold() ? snapshot : null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Work next() {
        lock.lock();
        try {
            Work next = waiting;
            waiting = null;
            if (next == null) {
                working = false;
                failedAt = 0;
                news.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private boolean overtaken() {
        lock.lock();
        try {
            return waiting != null;
        } finally {
            lock.unlock();
        }
    }

    private void publish(Snapshot made) {
        lock.lock();
        try {
            if (snapshot != null) {
                snapshot.release();
            }
            snapshot = made;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What may be found stays as it was read; the index is tried again by a later search. */
    private void failed() {
        lock.lock();
        try {
            working = false;
            waiting = null;
            failedAt = System.nanoTime();
            standings = new Standings(-1, standings.editions());
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A search stumbled over what lies on disk: it is thrown away, and made again. */
    void damaged() throws IOException {
        lock.lock();
        try {
            if (!working) {
                close();
                folder.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen() {
        lock.lock();
        try {
            return snapshot != null;
        } finally {
            lock.unlock();
        }
    }

    long usedAt() {
        return usedAt;
    }

    /** Searches that hold it go on; the next one opens it again. */
    void close() {
        lock.lock();
        try {
            if (!working && snapshot != null) {
                snapshot.release();
                snapshot = null;
                standings = Standings.NONE;
            }
        } finally {
            lock.unlock();
        }
    }
}
