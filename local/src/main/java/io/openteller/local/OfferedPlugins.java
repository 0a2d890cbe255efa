package io.openteller.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.Manifest;
import io.openteller.packages.Manifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A directory to install from: the signed plugins of the checkout, and what lists them. */
final class OfferedPlugins {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    OfferedPlugins(Path data) {
        this.folder = data.resolve("directory");
    }

    /** @param plugins folder of signed packages */
    Path offer(Path plugins) {
        try (Stream<Path> files = Files.list(Files.createDirectories(plugins))) {
            Files.createDirectories(folder);
            ObjectNode catalogue = JSON.createObjectNode();
            ArrayNode packages = catalogue.putArray("packages");
            List<Path> zips =
                    files.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
            for (Path zip : zips) {
                manifest(zip).ifPresent(manifest -> offer(zip, manifest, packages.addObject()));
            }
            Files.write(folder.resolve("catalogue.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(catalogue));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void offer(Path zip, Manifest manifest, ObjectNode entry) {
        try {
            Path copy = folder.resolve(zip.getFileName());
            Files.copy(zip, copy, StandardCopyOption.REPLACE_EXISTING);
            entry.put("id", manifest.id());
            entry.put("version", manifest.version());
            entry.put("name", manifest.name());
            entry.put("description", manifest.description());
            entry.put("publisher", manifest.publisher().name());
            entry.put("key", manifest.publisher().key());
            manifest.kinds().forEach(entry.withArray("kinds")::add);
            entry.put("sha256", sha256(copy));
            entry.put("file", String.valueOf(copy.getFileName()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Empty for a file that is no package: the platform says what is wrong with it. */
    private static Optional<Manifest> manifest(Path zip) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipEntry entry = file.getEntry("plugin.json");
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = file.getInputStream(entry)) {
                return Manifests.read(in.readAllBytes()) instanceof Manifests.Reading.Read(Manifest manifest)
                        ? Optional.of(manifest)
                        : Optional.empty();
            }
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
