package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/** Who of ours serves which port, over all data folders of the checkout, to be able to say so. */
final class Ports {

    private Ports() {}

    static void note(Child platform, DataFolder data) {
        Properties note = new Properties();
        note.setProperty("pid", Long.toString(platform.pid()));
        note.setProperty("started", Long.toString(platform.started().toEpochMilli()));
        note.setProperty("data", data.root().toString());
        try {
            Files.createDirectories(file(platform.port()).getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        DataFolder.write(file(platform.port()), note);
    }

    static void refuseTaken(int port) {
        if (DataFolder.free(port)) {
            return;
        }
        Properties note = DataFolder.read(file(port));
        String data = note.getProperty("data", "");
        Child known = new Child(
                Run.PLATFORM,
                Long.parseLong(note.getProperty("pid", "0")),
                Instant.ofEpochMilli(Long.parseLong(note.getProperty("started", "0"))),
                port);
        throw new CannotStart(
                known.alive()
                        ? "port " + port + " is taken by the Openteller on the data folder " + data
                                + "; stop that with './openteller down --data " + data + "' or choose another with --port"
                        : "port " + port + " is in use by another program; choose another with --port");
    }

    private static Path file(int port) {
        return Home.folder().resolve("ports").resolve(port + ".properties");
    }
}
