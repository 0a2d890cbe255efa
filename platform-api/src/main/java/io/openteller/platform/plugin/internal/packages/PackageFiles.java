package io.openteller.platform.plugin.internal.packages;

import io.micronaut.context.annotation.Property;
import io.openteller.packages.VerifiedPackage;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The zips that the platform keeps. They are trusted for nothing: every start verifies them again. */
@Singleton
class PackageFiles {

    private final Path folder;

    PackageFiles(@Property(name = "openteller.plugins.folder") Path folder) {
        this.folder = folder;
    }

    List<Path> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Copies it beside and moves it over, so that a start never sees half of one. */
    Path keep(Path zip, VerifiedPackage of) throws IOException {
        Files.createDirectories(folder);
        Path home = folder.resolve(of.manifest().id() + "-" + of.manifest().version() + ".zip");
        Path part = Files.createTempFile(folder, "arriving-", ".part");
        try {
            Files.copy(zip, part, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(part, home, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    void delete(Path zip) {
        try {
            Files.deleteIfExists(zip);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
