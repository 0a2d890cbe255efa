package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak on this machine, with a database file of its own in the data folder (so it starts beside PostgreSQL, not after
 * it). It begins with the realm `master` and one administrator; everything else is for the caller to provision.
 */
public final class LocalKeycloak {

    static final String NAME = "keycloak";
    private static final String ADMIN = "openteller-admin";
    private final DataFolder data;
    private final Child process;

    private LocalKeycloak(DataFolder data, Child process) {
        this.data = data;
        this.process = process;
    }

    /**
     * One for this whole process, with an empty temporary database; stopped and removed when the process ends. For tests:
     * give each test realms or organisations of its own.
     */
    public static LocalKeycloak shared() {
        return Shared.SERVER;
    }

    /** Starts it on that data folder, or finds it running there. */
    public static LocalKeycloak start(Path folder) {
        return start(DataFolder.at(folder));
    }

    static LocalKeycloak start(DataFolder data) {
        Processes processes = new Processes(data);
        Child found = processes.running(NAME).orElse(null);
        if (found != null && Tools.answers(url(found.port()) + "/health/ready")) {
            return new LocalKeycloak(data, found);
        }
        if (found != null) {
            found.stop("TERM", Duration.ofSeconds(20));
        }
        Path home = KeycloakServer.built();
        Path store = data.root().resolve(NAME);
        Path finished = store.resolve("complete");
        try {
            if (!Files.exists(finished)) {
                // Its first start was cut short. Nobody has used it yet, and a half-made realm would never start again.
                Home.delete(store);
            }
            Files.createDirectories(store);
            int port = data.port(NAME);
            Child process = processes.start(
                    NAME,
                    port,
                    command(home, store, port),
                    Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", data.secret(NAME)),
                    () -> Tools.answers(url(port) + "/health/ready"),
                    Duration.ofSeconds(180));
            if (!Files.exists(finished)) {
                Files.createFile(finished);
            }
            return new LocalKeycloak(data, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Without a slash at the end. */
    public String url() {
        return url(process.port());
    }

    public int port() {
        return process.port();
    }

    /** Administrator of the realm `master`. */
    public String admin() {
        return ADMIN;
    }

    public String adminPassword() {
        return data.secret(NAME);
    }

    /** Returns when the process has ended; a second call does nothing. */
    public void stop() {
        process.stop("TERM", Duration.ofSeconds(20));
        new Processes(data).forget(NAME);
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static List<String> command(Path home, Path store, int port) {
        List<String> line = new ArrayList<>(KeycloakServer.java(home, List.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC")));
        line.add("start");
        line.add("--optimized");
        line.add("--http-enabled=true");
        line.add("--http-host=127.0.0.1");
        line.add("--http-port=" + port);
        line.add("--hostname-strict=false");
        line.add("--cache=local");
        // By default H2 writes a commit half a second later, and a kill loses it.
        line.add("--db-url=jdbc:h2:file:" + store.resolve("store") + ";NON_KEYWORDS=VALUE;WRITE_DELAY=0");
        return line;
    }

    private static final class Shared {
        private static final LocalKeycloak SERVER = begin();

        private static LocalKeycloak begin() {
            try {
                Path folder = Files.createTempDirectory("openteller-keycloak");
                // First the hook, so that a start that fails half-way leaves nothing behind either.
                LocalKeycloak[] server = new LocalKeycloak[1];
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    if (server[0] != null) {
                        server[0].stop();
                    }
                    Home.delete(folder);
                }));
                server[0] = LocalKeycloak.start(folder);
                return server[0];
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
