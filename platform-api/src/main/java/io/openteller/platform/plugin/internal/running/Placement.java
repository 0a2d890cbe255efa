package io.openteller.platform.plugin.internal.running;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.openteller.host.HostOptions.Network;
import io.openteller.host.Mode;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;

/**
 * Where plugins run. Only what the platform's own key signed may share its process.
 *
 * @param isolateAll whether even those get processes of their own
 * @param network whether the kernel takes the network away from such a process
 */
@ConfigurationProperties("openteller.plugins")
record Placement(Boolean isolateAll, Network network) {

    Mode of(VerifiedPackage one) {
        return one.trust() == Trust.PLATFORM && !isolateAll ? Mode.IN_PROCESS : Mode.ISOLATED;
    }
}
