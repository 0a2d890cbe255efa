package io.openteller.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** Redis on this machine. It keeps nothing on disk: what the platform puts there may be lost at any time. */
public final class LocalRedis {

    static final String NAME = "redis";
    private final DataFolder data;
    private final Child process;

    private LocalRedis(DataFolder data, Child process) {
        this.data = data;
        this.process = process;
    }

    /** Starts it on that data folder, or finds it running there. */
    public static LocalRedis start(Path folder) {
        return start(DataFolder.at(folder));
    }

    static LocalRedis start(DataFolder data) {
        Processes processes = new Processes(data);
        String password = data.secret(NAME);
        Child found = processes.running(NAME).orElse(null);
        if (found != null && answers(found.port(), password)) {
            return new LocalRedis(data, found);
        }
        if (found != null) {
            found.stop("TERM", Duration.ofSeconds(5));
        }
        try {
            Path folder = Files.createDirectories(data.root().resolve(NAME));
            int port = data.port(NAME);
            // The password goes through a file: a command line is there for every user of the machine to read.
            Path settings = folder.resolve("redis.conf");
            Files.deleteIfExists(settings);
            Files.createFile(settings, DataFolder.PRIVATE);
            Files.writeString(
                    settings, "bind 127.0.0.1\nport " + port + "\nsave \"\"\nappendonly no\nrequirepass " + password + "\n");
            Child process = processes.start(
                    NAME,
                    port,
                    List.of(program().toString(), settings.toString()),
                    Map.of(),
                    () -> answers(port, password),
                    Duration.ofSeconds(20));
            return new LocalRedis(data, process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With the password in it. */
    public String url() {
        return "redis://:" + data.secret(NAME) + "@127.0.0.1:" + process.port();
    }

    public int port() {
        return process.port();
    }

    /** For whoever wants to see what happens when it is held up. */
    public long pid() {
        return process.pid();
    }

    /** As a crash would; everything in it is gone. */
    public void kill() {
        process.stop("KILL", Duration.ofSeconds(5));
        new Processes(data).forget(NAME);
    }

    /** Returns when the process has ended; a second call does nothing. */
    public void stop() {
        process.stop("TERM", Duration.ofSeconds(5));
        new Processes(data).forget(NAME);
    }

    private static Path program() {
        return Home.alone(NAME, () -> {
            Path folder = Home.folder().resolve(NAME);
            try {
                if (!Files.isDirectory(folder)) {
                    Path fresh = Home.folder().resolve("redis.partial");
                    Home.delete(fresh);
                    Files.createDirectories(fresh);
                    ExecutableProvider.newJarResourceProvider(fresh.toFile()).get();
                    Files.move(fresh, folder);
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.filter(Files::isExecutable).findFirst().orElseThrow();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private static boolean answers(int port, String password) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            return new String(answer, StandardCharsets.US_ASCII).equals("+OK\r\n+PONG\r\n");
        } catch (IOException notYet) {
            return false;
        }
    }
}
