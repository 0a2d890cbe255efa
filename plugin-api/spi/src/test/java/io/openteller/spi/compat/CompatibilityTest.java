package io.openteller.spi.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.openteller.spi.SpiVersion;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A plugin that was made for the version before runs on this one. Left out, and said to be, by {@code -Dspi.compat=skip} and
 * where the sources came without their history; where there is a history, it must name the release.
 */
class CompatibilityTest {

    private static final Path REPOSITORY = Path.of("..", "..");

    @Test
    void this_version_breaks_no_plugin_that_was_made_for_the_last_one() throws IOException {
        assumeFalse("skip".equals(System.getProperty("spi.compat")), "left out by -Dspi.compat=skip");
        String cut = Released.historyMissing(REPOSITORY);
        if (!cut.isEmpty()) {
            System.err.println("plugin interface: not held against its last release, " + cut);
        }
        assumeTrue(cut.isEmpty(), cut);
        Released last = Released.last(REPOSITORY, Path.of("RELEASES"));
        Breaks breaks = Breaks.between(
                last.jar(REPOSITORY, Path.of("target", "spi-released")), Sources.packed(Path.of("target", "classes")));
        Versions versions = new Versions(last.version(), SpiVersion.current());
        if (!versions.newMajor()) {
            assertThat(breaks.incompatible())
                    .as("%s breaks plugins made for %s: take it back, or make it a new major version", versions.now(), versions.before())
                    .isEmpty();
        }
        if (last.tagged() && !breaks.additions().isEmpty()) {
            assertThat(versions.newMinor())
                    .as("new since the tag of %s, so <spi.version> must be raised: %s", versions.before(), breaks.additions())
                    .isTrue();
        }
    }

    /** Two semantic versions. */
    private record Versions(String before, String now) {

        private static int part(String version, int which) {
            return Integer.parseInt(version.split("[.-]", -1)[which]);
        }

        boolean newMajor() {
            return part(now, 0) > part(before, 0);
        }

        boolean newMinor() {
            return newMajor() || part(now, 1) > part(before, 1);
        }
    }
}
