package io.openteller.packages;

import io.openteller.spi.SpiVersion;
import java.util.Map;
import java.util.function.Function;

/**
 * What a package is held against beside itself.
 *
 * @param spi version of the plugin interface that it would run with
 * @param installed for the id of a plugin, its versions that are there, with the SHA-256 of their zips
 * @param olderAllowed whether it may be older than the newest version that is there
 */
public record Rules(String spi, Function<String, Map<String, String>> installed, boolean olderAllowed) {

    /** For somebody who looks at a package without a platform. */
    public static Rules alone() {
        return new Rules(SpiVersion.current(), id -> Map.of(), true);
    }
}
