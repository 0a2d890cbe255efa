package io.openteller.bench.processes;

import io.openteller.bench.input.BadInput;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** What the build of this repository left of a plugin, found from where this class is. */
final class BuiltPlugin {

    private BuiltPlugin() {}

    /** @throws BadInput if it is not built */
    static Path zip(String plugin) {
        try {
            Path here = Path.of(BuiltPlugin.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path target = Objects.requireNonNull(Objects.requireNonNull(here.getParent()).getParent())
                    .resolveSibling("plugins")
                    .resolve(plugin)
                    .resolve("target");
            try (Stream<Path> files = Files.list(target)) {
                return files.filter(file -> file.toString().endsWith(".zip"))
                        .findFirst()
                        .orElseThrow(() -> new BadInput("the plugin " + plugin + " is not built"));
            }
        } catch (IOException | URISyntaxException notThere) {
            throw new BadInput("the plugin " + plugin + " is not built");
        }
    }
}
