package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is known, from the notes in a data folder, about the run on it; and how to end it. */
final class Run {

    static final String UP = "up";
    static final String PLATFORM = "platform";
    private final DataFolder data;
    private final Processes processes;

    Run(DataFolder data) {
        this.data = data;
        this.processes = new Processes(data);
    }

    /** The address of a platform that is up and that somebody wants up: its `up` still watches it, or was detached. */
    Optional<String> address() {
        Properties note = DataFolder.read(note());
        boolean wanted = "true".equals(note.getProperty("detached")) || processes.running(UP).isPresent();
        return Optional.ofNullable(note.getProperty("url"))
                .filter(url -> wanted && processes.running(PLATFORM).isPresent());
    }

    void began(int port) {
        ProcessHandle self = ProcessHandle.current();
        processes.remember(new Child(
                UP, self.pid(), self.info().startInstant().orElseThrow(), port));
    }

    void ready(String url, boolean detached) {
        Properties note = new Properties();
        note.setProperty("url", url);
        note.setProperty("detached", Boolean.toString(detached));
        DataFolder.write(note(), note);
    }

    Stream<Child> processes() {
        return Stream.of(PLATFORM, LocalKeycloak.NAME, LocalRedis.NAME, LocalPostgres.NAME)
                .flatMap(name -> processes.running(name).stream());
    }

    Optional<Child> watcher() {
        return processes.running(UP);
    }

    /** Stops what runs: the platform first, so that it can put its work away while its services are there. */
    void stop(Consumer<String> says) {
        for (Child child : processes().toList()) {
            String signal = child.name().equals(LocalPostgres.NAME) ? "INT" : "TERM";
            boolean willing = child.stop(signal, Duration.ofSeconds(20));
            processes.forget(child.name());
            says.accept(child.name() + (willing ? " stopped" : " did not stop in time and was killed"));
        }
        forget(note());
    }

    void ended() {
        processes.forget(UP);
    }

    private Path note() {
        return data.run().resolve("address.properties");
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
