package io.openteller.platform.llm.internal.records;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every call, but lets none wait for the database: they are written together, at the latest {@link #EVERY_MILLIS} after
 * they ended. When more come than can be written, whoever asked writes; what is waiting at the end is written then. A process
 * that is killed takes with it what came in its last moments.
 */
@Singleton
public class CallLog {

    private static final Logger log = LoggerFactory.getLogger(CallLog.class);
    private static final int WAITING = 2_048;
    private static final int TOGETHER = 512;
    private static final long EVERY_MILLIS = 150;
    private static final int TRIES = 3;
    private static final int WRITERS = 3;

    private final CallSql calls;
    private final BlockingQueue<KeptCall> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Semaphore writing = new Semaphore(WRITERS);
    private final Thread writer;
    private volatile boolean stopped;

    CallLog(CallSql calls) {
        this.calls = calls;
        this.writer = Thread.ofVirtual().name("model-calls").start(this::write);
    }

    public void add(KeptCall call) {
        while (!waiting.offer(call)) {
            elsewhere(() -> written(1));
        }
        if (waiting.size() == TOGETHER) {
            LockSupport.unpark(writer);
        }
    }

    /** Comes back when all calls that were added before are written. */
    public void flush() {
        elsewhere(() -> written(WRITERS));
    }

    /** On a thread of its own: the caller works for one bank. */
    private static void elsewhere(Runnable work) {
        Thread thread = Thread.ofVirtual().name("model-calls-now").start(work);
        boolean interrupted = Thread.interrupted();
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param writers all of them to know that nothing is on its way any more */
    private void written(int writers) {
        writing.acquireUninterruptibly(writers);
        try {
            List<KeptCall> batch = new ArrayList<>(TOGETHER);
            while (waiting.drainTo(batch, TOGETHER) > 0) {
                byBank(batch).forEach(this::write);
                batch.clear();
            }
        } finally {
            writing.release(writers);
        }
    }

    private void write() {
        while (!stopped) {
            LockSupport.parkNanos(EVERY_MILLIS * 1_000_000);
            try {
                written(1);
            } catch (RuntimeException failure) {
                log.error("calls could not be kept cause={}", cause(failure));
            }
        }
    }

    private void write(Tenant bank, List<KeptCall> batch) {
        for (int i = 1; i <= TRIES; i++) {
            try {
                CurrentTenant.run(bank, () -> calls.add(batch));
                return;
            } catch (RuntimeException failure) {
                // The driver's message quotes the row, and with it what was asked.
                log.error(
                        "calls could not be kept bank={} calls={} try={} cause={}",
                        bank.slug().value(),
                        batch.size(),
                        i,
                        cause(failure));
                LockSupport.parkNanos(EVERY_MILLIS * 1_000_000);
            }
        }
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof SQLException sql ? "SQL state " + sql.getSQLState() : cause.getClass().getName();
    }

    private static Map<Tenant, List<KeptCall>> byBank(List<KeptCall> batch) {
        Map<Tenant, List<KeptCall>> banks = new LinkedHashMap<>();
        batch.forEach(call -> banks.computeIfAbsent(call.bank(), bank -> new ArrayList<>()).add(call));
        return banks;
    }

    @PreDestroy
    void stop() {
        stopped = true;
        LockSupport.unpark(writer);
        flush();
    }
}
