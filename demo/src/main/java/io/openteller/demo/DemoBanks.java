package io.openteller.demo;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The banks on the class path. */
@Singleton
class DemoBanks {

    private static final List<String> SLUGS = List.of("meridian", "harbour");

    private final List<DemoBank> banks;

    DemoBanks(ObjectMapper json) {
        banks = SLUGS.stream().map(slug -> read(json, slug)).toList();
    }

    List<DemoBank> all() {
        return banks;
    }

    Optional<DemoBank> find(String slug) {
        return banks.stream().filter(bank -> bank.slug().equals(slug)).findFirst();
    }

    /**
     * File names with their contents, in the order of the names.
     *
     * @param folder {@code documents} for what is in force, {@code other-versions/earlier} and so on for the rest
     */
    Map<String, byte[]> documents(DemoBank bank, String folder) {
        String path = "/banks/" + bank.slug() + "/" + folder;
        try {
            URI place = Objects.requireNonNull(DemoBanks.class.getResource(path), path)
                    .toURI();
            if (place.getScheme().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    return files(jar.getPath(path));
                }
            }
            return files(Path.of(place));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                documents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return documents;
    }

    private static DemoBank read(ObjectMapper json, String slug) {
        String name = "/banks/" + slug + "/bank.json";
        try (InputStream file = Objects.requireNonNull(DemoBanks.class.getResourceAsStream(name), name)) {
            return Objects.requireNonNull(json.readValue(file, DemoBank.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
