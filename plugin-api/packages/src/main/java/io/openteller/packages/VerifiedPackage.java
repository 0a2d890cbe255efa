package io.openteller.packages;

import java.nio.file.Path;
import java.util.List;

/**
 * A package whose every file is what its publisher signed, unpacked where nobody else writes.
 *
 * @param sha256 of the zip, in hexadecimal
 * @param trust of the key that signed it
 * @param folder with {@code classes/} and {@code lib/*.jar}
 * @param extensions names of its extension classes, as its index has them
 */
public record VerifiedPackage(Manifest manifest, String sha256, Trust trust, Path folder, List<String> extensions) {

    /** How far whoever signed it is trusted. */
    public enum Trust {
        /** Reviewed by the platform's operator: may run in the platform's own process. */
        PLATFORM,
        /** Runs in a process of its own. */
        PARTNER
    }
}
