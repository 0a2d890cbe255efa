package io.openteller.bench.processes;

import io.openteller.local.PlatformJvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One platform on a machine, always at the same address: the product's own main class, which can be killed and started again. */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration ORDERLY = Duration.ofSeconds(40);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Machine machine;
    private final int port;
    private final String mainClass;
    private List<String> flags;
    private final Map<String, String> told = new TreeMap<>();
    private String before = "";
    private @Nullable Process process;
    private int killed;
    private double spent;

    /** @param mainClass what runs; {@code io.openteller.platform.Platform}, or a test's own with something planted */
    public PlatformProcess(Machine machine, int port, String mainClass, String... flags) {
        this.machine = machine;
        this.port = port;
        this.mainClass = mainClass;
        this.flags = List.of(flags);
        // However this process ends, that one must not go on.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** From its next start on its Java machine has these settings instead of those it had. */
    public synchronized void set(List<String> other) {
        flags = List.copyOf(other);
    }

    /** From its next start on something is somewhere else than the machine says. */
    public synchronized void tell(String variable, String value) {
        told.put(variable, value);
    }

    /** From its next start on it finds what is in this folder before anything else. */
    public synchronized void findFirst(Path folder) {
        before = folder + File.pathSeparator;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** How often it was killed. */
    public synchronized int killed() {
        return killed;
    }

    /** Processor time of all of its lives so far. */
    public synchronized double cpuSeconds() {
        return spent + (process == null ? 0 : CpuTime.seconds(process.toHandle()));
    }

    /** Of the process that runs now; -1 if none does. */
    public synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    public int port() {
        return port;
    }

    public Path log() {
        return machine.logs().resolve("platform-" + port + ".log");
    }

    /** Returns when it says that it is ready. @return how long that took */
    public Duration start() {
        long begun = System.nanoTime();
        Process started = begin();
        while (!isReady()) {
            if (!started.isAlive()) {
                throw new IllegalStateException("the platform ended while starting; its log: " + log());
            }
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the platform is not ready after " + PATIENCE + "; its log: " + log());
            }
            pause(50);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private synchronized Process begin() {
        List<String> line = PlatformJvm.command(before + System.getProperty("java.class.path"), mainClass, flags);
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().remove("LOGBACK_CONFIGURATIONFILE");
        builder.environment().putAll(machine.environment(port));
        builder.environment().putAll(told);
        try {
            process = builder.start();
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** SIGKILL: nothing is put away, no connection is closed in order. */
    public synchronized void kill() {
        close();
        killed++;
    }

    /** Asked to stop, as an operator's tools do: it finishes what it has in hand. @return how long that took */
    public Duration stop() {
        return stop(ORDERLY);
    }

    /** @param patience after which it is killed */
    public Duration stop(Duration patience) {
        long begun = System.nanoTime();
        Process running;
        synchronized (this) {
            running = process;
        }
        if (running != null) {
            running.destroy();
            try {
                running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        close();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** It stands still in the middle of whatever it does, and does not know it. */
    public void freeze() {
        Signals.send(pid(), "STOP");
    }

    public void thaw() {
        Signals.send(pid(), "CONT");
    }

    public boolean isReady() {
        try {
            HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/readiness"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return HTTP.send(asked, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        spent += CpuTime.seconds(running.toHandle());
        running.destroyForcibly();
        try {
            running.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a platform started", stop);
        }
    }
}
