package io.openteller.platform.plugin;

import io.openteller.packages.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The zips that the build of this repository's plugins left. */
public final class BuiltPlugins {

    private BuiltPlugins() {}

    public static Path zip(String module) {
        Path target = Path.of("..", "plugins", module, "target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no zip in " + target + "; run: mvn package -pl plugin-api/spi,plugins/" + module));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Signed with the tests' key, which the platform with this folder trusts then. */
    public static Path copiedTo(Path folder, String module) throws IOException {
        Files.createDirectories(folder);
        TestKeys.trusted(folder);
        Path copy = folder.resolve(module + ".zip");
        Signing.sign(zip(module), TestKeys.PLATFORM, copy);
        return copy;
    }
}
