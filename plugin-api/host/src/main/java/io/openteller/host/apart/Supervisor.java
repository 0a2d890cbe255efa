package io.openteller.host.apart;

import io.openteller.host.HostOptions;
import io.openteller.host.PluginFailure;
import io.openteller.host.PluginFailure.Kind;
import io.openteller.host.PluginRejected;
import io.openteller.host.apart.ChildProcess.Package;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one process of a plugin alive. One that dies at once, again and again, is started ever more seldom. */
final class Supervisor {

    private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 30_000;

    private final Package what;
    private final HostOptions options;
    private final Confinement confinement;
    private CompletableFuture<ChildProcess> current;
    private int diedAtOnce;
    private boolean closed;

    /** @throws PluginRejected if it cannot be started the first time */
    Supervisor(Package what, HostOptions options, Confinement confinement) {
        this.what = what;
        this.options = options;
        this.confinement = confinement;
        ChildProcess first = ChildStart.of(what, options, confinement);
        this.current = CompletableFuture.completedFuture(first);
        watch(first);
    }

    /** @throws PluginFailure if none is there within that time */
    ChildProcess running(long nanos) {
        CompletableFuture<ChildProcess> awaited;
        synchronized (this) {
            if (closed) {
                throw new PluginFailure(Kind.NOT_CALLED, "the plugin was closed");
            }
            awaited = current;
        }
        try {
            ChildProcess child = awaited.isDone() ? awaited.getNow(null) : awaited.get(nanos, TimeUnit.NANOSECONDS);
            if (child.lives()) {
                return child;
            }
            died(child);
            synchronized (this) {
                awaited = current;
            }
            return awaited.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
            throw new PluginFailure(Kind.NOT_CALLED, "its process ended, and is not back yet");
        } catch (ExecutionException | java.util.concurrent.CompletionException failure) {
            throw new PluginFailure(Kind.NOT_CALLED, "its process cannot be started: " + failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new PluginFailure(Kind.NOT_CALLED, "interrupted");
        }
    }

    @Nullable ChildProcess now() {
        CompletableFuture<ChildProcess> one;
        synchronized (this) {
            one = current;
        }
        return one.isDone() && !one.isCompletedExceptionally() ? one.getNow(null) : null;
    }

    private void watch(ChildProcess child) {
        child.process().onExit().thenRun(() -> died(child));
    }

    private void died(ChildProcess child) {
        CompletableFuture<ChildProcess> next;
        long pause;
        synchronized (this) {
            if (closed || current.getNow(null) != child) {
                return;
            }
            diedAtOnce = child.livedNanos() < LONG_ENOUGH.toNanos() ? diedAtOnce + 1 : 0;
            pause = diedAtOnce <= 1 ? 0 : Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(10, diedAtOnce));
            next = new CompletableFuture<>();
            current = next;
        }
        log.warn("process of a plugin ended plugin={} cause={} back_in_ms={}", what.name(), child.why(), pause);
        child.kill(child.why());
        Thread.ofVirtual().name("plugin-start-" + what.name()).start(() -> again(next, pause));
    }

    private void again(CompletableFuture<ChildProcess> next, long pause) {
        try {
            Thread.sleep(pause);
            synchronized (this) {
                if (closed) {
                    next.cancel(false);
                    return;
                }
            }
            ChildProcess child = ChildStart.of(what, options, confinement);
            synchronized (this) {
                if (!closed) {
                    next.complete(child);
                    watch(child);
                    return;
                }
            }
            child.kill("the plugin was closed");
        } catch (PluginRejected failure) {
            log.error("process of a plugin could not be started plugin={}", what.name(), failure);
            again(next, Math.min(LONGEST_PAUSE, Math.max(1_000, 2 * pause)));
        } catch (InterruptedException stop) {
            next.cancel(false);
        }
    }

    void close() {
        ChildProcess last;
        synchronized (this) {
            closed = true;
            last = current.isDone() && !current.isCompletedExceptionally() ? current.getNow(null) : null;
        }
        if (last != null) {
            last.stop();
        }
    }
}
