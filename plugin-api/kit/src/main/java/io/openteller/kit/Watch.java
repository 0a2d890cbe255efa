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
    private static final long QUIET_MILLIS = 15;

    private final Look look;
    private Map<Path, Instant> known = Map.of();

    Watch(List<Path> places) throws IOException {
        this(before -> look(places, before));
    }

    Watch(Look look) throws IOException {
        this.look = look;
        this.known = look.now(known);
    }

    /** When each file was changed. */
    interface Look {

        /** @param before what is taken for true when files go while they are looked at */
        Map<Path, Instant> now(Map<Path, Instant> before) throws IOException;
    }

    /** @return when it was saved: the first of what changed */
    Instant next() throws IOException, InterruptedException {
        while (true) {
            Map<Path, Instant> now = look.now(known);
            if (!now.equals(known)) {
                now = quiet(now);
            }
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

    /** Editors save in several steps, and a file that is replaced may be in no list of its folder for a moment. */
    private Map<Path, Instant> quiet(Map<Path, Instant> first) throws IOException, InterruptedException {
        Map<Path, Instant> before = first;
        while (true) {
            Thread.sleep(QUIET_MILLIS);
            Map<Path, Instant> now = look.now(before);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private static Map<Path, Instant> look(List<Path> places, Map<Path, Instant> before) throws IOException {
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
                return before;
            }
        }
        return found;
    }
}
