package io.openteller.kit;

import java.nio.file.Path;

/** Paths as a person reads them. */
final class Shown {

    private Shown() {}

    /** From where the person stands, if it is below. */
    static Path path(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path full = path.toAbsolutePath().normalize();
        return full.startsWith(here) && !full.equals(here) ? here.relativize(full) : full;
    }
}
