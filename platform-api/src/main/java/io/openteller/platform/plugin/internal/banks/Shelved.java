package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage.Trust;
import java.time.Instant;

/**
 * One version of a plugin that the platform has.
 *
 * @param sha256 of its zip
 * @param isolated whether it runs in a process of its own
 * @param changelog as its publisher wrote it; empty for none
 */
public record Shelved(
        Manifest manifest, String sha256, Trust trust, boolean isolated, Instant installedAt, String changelog) {

    public String id() {
        return manifest.id();
    }

    public String version() {
        return manifest.version();
    }

    String schema() {
        return manifest.settings().toString();
    }
}
