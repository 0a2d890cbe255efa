package io.openteller.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The plugins as this build has packed them. */
public final class TestPlugins {

    private static final Path SOURCES = Path.of("..", "plugins");

    private TestPlugins() {}

    /** A new folder with all of them. */
    public static Path folder() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "platforms", UUID.randomUUID() + "-plugins"));
        for (String id : List.of("banking-sandbox", "identity-otp")) {
            Files.copy(zip(id), folder.resolve(id + ".zip"));
        }
        return folder.toAbsolutePath();
    }

    public static Path zip(String id) throws IOException {
        Path built = SOURCES.resolve(id).resolve("target");
        try (Stream<Path> files = Files.exists(built) ? Files.list(built) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "plugin " + id + " is not packed; build from the project's root"));
        }
    }
}
