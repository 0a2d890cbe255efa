package io.openteller.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders and all that is in them. */
public final class Trees {

    private Trees() {}

    static void delete(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            delete(folder);
        }
    }

    /** Nothing happens when there is none. Links are deleted, not followed. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
