package io.openteller.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The command `up`: start all, say where, watch; and stop all, whichever way it ends. */
final class Up {

    private static final Duration OTHER_ENDS = Duration.ofSeconds(45);
    private final Options options;
    private final PrintStream out;
    private volatile boolean keep;
    private volatile boolean stopping;

    /** Until this process ends, however it ends: nobody may start on the folder while this one still stops. */
    private @Nullable RunLock lock;

    Up(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the exit code */
    int run() {
        DataFolder data = DataFolder.at(options.data());
        Run run = new Run(data);
        lock = lock(data, run);
        refuseSecond(run);
        List<Child> left = run.processes().toList();
        left.stream().filter(child -> child.name().equals(Run.PLATFORM)).forEach(child -> {
            say("a platform is left over from a run that was killed; stopping it");
            child.stop("TERM", Duration.ofSeconds(20));
        });
        Ports.refuseTaken(options.port());
        run.began(options.port());
        Thread hook = new Thread(() -> stop(run));
        Runtime.getRuntime().addShutdownHook(hook);
        say(left.isEmpty() ? "starting PostgreSQL, Redis and Keycloak" : "services of the last run still run; using them");
        Map<String, String> services = new Services(data, System.getenv(), this::say).start();
        say("starting the platform");
        Child platform = new Platform(data, options, this::say).start(services);
        String url = Platform.url(options.port());
        Ports.note(platform, data);
        run.ready(url, options.detach());
        out.print(Welcome.block(data, url, options.detach()));
        out.flush();
        if (options.detach()) {
            keep = true;
            run.ended();
            return 0;
        }
        return watch(run, data, platform);
    }

    private RunLock lock(DataFolder data, Run run) {
        Optional<RunLock> lock = RunLock.take(data);
        long end = System.nanoTime() + OTHER_ENDS.toNanos();
        boolean said = false;
        while (lock.isEmpty()) {
            refuseSecond(run);
            if (System.nanoTime() > end) {
                String other = run.watcher().map(child -> " (process " + child.pid() + ")").orElse("");
                throw new CannotStart("another './openteller up'" + other + " is at work on " + data.root()
                        + "; wait for it, or stop it with './openteller down'");
            }
            if (!said) {
                say("another './openteller up' starts or stops on this data folder; waiting for it");
                said = true;
            }
            Tools.pause(Duration.ofMillis(300));
            lock = RunLock.take(data);
        }
        return lock.get();
    }

    private void refuseSecond(Run run) {
        run.address().ifPresent(url -> {
            throw new CannotStart("already running on this data folder: " + url
                    + " (stop it with './openteller down', or start another with --data and --port)");
        });
    }

    private int watch(Run run, DataFolder data, Child platform) {
        List<String> missing = new ArrayList<>();
        List<String> started = run.processes().map(Child::name).toList();
        while (platform.alive() && !stopping) {
            Tools.pause(Duration.ofMillis(500));
            List<String> alive = run.processes().map(Child::name).toList();
            for (String name : started) {
                if (!alive.contains(name) && !missing.contains(name) && !stopping) {
                    missing.add(name);
                    say(name + " has ended by itself; its log: " + data.logs().resolve(name + ".log")
                            + "; 'down' and 'up' bring it back");
                }
            }
        }
        if (stopping) {
            return 0;
        }
        say("the platform has ended by itself; the end of its log:\n"
                + Processes.tail(data.logs().resolve("platform.log")));
        return 1;
    }

    private void stop(Run run) {
        if (keep) {
            return;
        }
        stopping = true;
        Processes.noMore();
        run.stop(this::say);
        run.ended();
    }

    private void say(String line) {
        synchronized (out) {
            out.println("openteller: " + line);
            out.flush();
        }
    }
}
