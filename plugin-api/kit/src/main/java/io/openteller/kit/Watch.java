package io.openteller.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks at files until one is saved. By looking: what tells of changes by itself is slow, or different, on some systems. */
final class Watch {

    private static final long EVERY_MILLIS = 60;

    private final List<Path> places;
    private Map<Path, Instant> known;

    Watch(List<Path> places) throws IOException {
        this.places = places;
        this.known = look();
    }

    /** @return when it was saved: the first of what changed */
    Instant next() throws IOException, InterruptedException {
        while (true) {
            Map<Path, Instant> now = look();
            if (!now.equals(known)) {
                Instant saved = now.entrySet().stream()
                        .filter(one -> !one.getValue().equals(known.get(one.getKey())))
                        .map(Map.Entry::getValue)
                        .min(Instant::compareTo)
                        // Only something that went: nobody knows when.
                        .orElseGet(Instant::now);
                known = now;
                return saved;
            }
            Thread.sleep(EVERY_MILLIS);
        }
    }

    private Map<Path, Instant> look() throws IOException {
        Map<Path, Instant> found = new HashMap<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(place)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(file, Files.getLastModifiedTime(file).toInstant());
                }
            } catch (NoSuchFileException | java.io.UncheckedIOException gone) {
                // An editor replaces files while we look: the next look sees what came of it.
                return known == null ? Map.of() : known;
            }
        }
        return found;
    }
}
