package io.openteller.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Starts processes of a data folder and remembers them in its `run` folder, so that a later command can find them. */
final class Processes {

    private static boolean noMore;
    private final DataFolder data;

    Processes(DataFolder data) {
        this.data = data;
    }

    /**
     * Starts it in a session of its own: a Ctrl-C in the terminal reaches `up` alone, which then stops all in order.
     *
     * @param ready asked until true; the process must be up within {@code patience}
     * @throws CannotStart when it ends or is not ready in time; names its log
     */
    Child start(String name, int port, List<String> command, Map<String, String> environment, BooleanSupplier ready,
            Duration patience) {
        Path log = data.logs().resolve(name + ".log");
        List<String> line = new ArrayList<>();
        if (Tools.has("setsid")) {
            line.add("setsid");
        }
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(data.root().toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Begun begun = begin(name, port, builder);
        awaitReady(begun, ready, patience, log);
        return begun.child();
    }

    private record Begun(Child child, Process process) {}

    /** From now on this process starts nothing; what it has started is noted in full when this returns. */
    static void noMore() {
        synchronized (Processes.class) {
            noMore = true;
        }
    }

    private Begun begin(String name, int port, ProcessBuilder builder) {
        synchronized (Processes.class) {
            if (noMore) {
                throw new CannotStart("stopped before " + name + " was started");
            }
            try {
                Process process = builder.start();
                Child child = Child.of(name, process, port);
                remember(child);
                return new Begun(child, process);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    Optional<Child> running(String name) {
        Path note = note(name);
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        Properties known = DataFolder.read(note);
        Child child = new Child(
                name,
                Long.parseLong(known.getProperty("pid")),
                Instant.ofEpochMilli(Long.parseLong(known.getProperty("started"))),
                Integer.parseInt(known.getProperty("port")));
        return Optional.of(child).filter(Child::alive);
    }

    void remember(Child child) {
        Properties note = new Properties();
        note.setProperty("pid", Long.toString(child.pid()));
        note.setProperty("started", Long.toString(child.started().toEpochMilli()));
        note.setProperty("port", Integer.toString(child.port()));
        DataFolder.write(note(child.name()), note);
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(note(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady(Begun begun, BooleanSupplier ready, Duration patience, Path log) {
        Child child = begun.child();
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!begun.process().isAlive()) {
                forget(child.name());
                throw new CannotStart(child.name() + " ended while starting; the end of " + log + ":\n" + tail(log));
            }
            if (System.nanoTime() > end) {
                child.stop("TERM", Duration.ofSeconds(5));
                forget(child.name());
                throw new CannotStart(child.name() + " was not ready in " + patience.toSeconds() + " s; the end of " + log
                        + ":\n" + tail(log));
            }
            Tools.pause(Duration.ofMillis(100));
        }
    }

    static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 12), all.size())).indent(2);
        } catch (IOException unreadable) {
            return "  (not readable)";
        }
    }

    private Path note(String name) {
        return data.run().resolve(name + ".properties");
    }
}
