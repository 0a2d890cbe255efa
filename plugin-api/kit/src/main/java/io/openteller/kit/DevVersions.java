package io.openteller.kit;

import java.time.Instant;

/** Versions in development: one after the other, below the one that they become, and above all of earlier days. */
final class DevVersions {

    private static final long SINCE = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private final String release;
    private long next = Instant.now().getEpochSecond() - SINCE;

    DevVersions(String release) {
        this.release = release.replaceFirst("[-+].*", "");
    }

    String next() {
        return release + "-dev." + next++;
    }
}
