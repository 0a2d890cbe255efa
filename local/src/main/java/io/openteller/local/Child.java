package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that we started. Known by its id and its start time together: ids are given out again, and a stranger must
 * never be stopped.
 */
record Child(String name, long pid, Instant started, int port) {

    /** The system's clock may be set while a process runs, which moves the start time that it reports. */
    private static final Duration SAME_START = Duration.ofSeconds(5);

    static Child of(String name, Process process, int port) {
        Instant started = process.toHandle().info().startInstant().orElseGet(Instant::now);
        return new Child(name, process.pid(), started, port);
    }

    boolean alive() {
        return handle().isPresent();
    }

    /**
     * Asks with {@code signal}, waits, then kills.
     *
     * @return false when it had to be killed
     */
    boolean stop(String signal, Duration patience) {
        Optional<ProcessHandle> found = handle();
        if (found.isEmpty()) {
            return true;
        }
        send(signal);
        if (ended(found.get(), patience)) {
            return true;
        }
        found.get().destroyForcibly();
        ended(found.get(), Duration.ofSeconds(5));
        return false;
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::sameStart).filter(found -> !zombie());
    }

    private boolean sameStart(ProcessHandle found) {
        return found.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(SAME_START) <= 0)
                .orElse(false);
    }

    /** Where nobody collects ended processes (a container without an init) they stay listed for ever. */
    private boolean zombie() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(stat) && Files.readString(stat).replaceFirst("(?s).*\\) ", "").startsWith("Z");
        } catch (IOException vanished) {
            return true;
        }
    }

    private boolean ended(ProcessHandle found, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        CompletableFuture<ProcessHandle> exit = found.onExit();
        while (System.nanoTime() < end) {
            try {
                exit.get(200, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException notYet) {
                if (!alive()) {
                    return true;
                }
            } catch (InterruptedException | ExecutionException cutShort) {
                return !alive();
            }
        }
        return !alive();
    }

    /** Java can only send SIGTERM, on which PostgreSQL waits for its clients to leave. */
    private void send(String signal) {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException cutShort) {
            Thread.currentThread().interrupt();
        }
    }
}
