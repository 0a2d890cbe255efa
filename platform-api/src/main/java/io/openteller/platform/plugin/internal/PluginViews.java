package io.openteller.platform.plugin.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;

/** What an operator is told. */
final class PluginViews {

    private PluginViews() {}

    /** @param isolated whether it runs in a process of its own */
    @Serdeable
    record Added(String id, String version, String sha256, String trust, boolean isolated) {
        static Added of(VerifiedPackage one) {
            return new Added(
                    one.manifest().id(),
                    one.manifest().version(),
                    one.sha256(),
                    one.trust().name(),
                    one.trust() != Trust.PLATFORM);
        }
    }
}
