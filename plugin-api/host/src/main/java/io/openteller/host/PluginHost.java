package io.openteller.host;

import io.openteller.host.apart.Apart;
import io.openteller.host.here.Here;
import io.openteller.packages.VerifiedPackage;

/** Runs verified packages. The same package runs in either mode. */
public final class PluginHost {

    private PluginHost() {}

    /**
     * Loads and starts a package.
     *
     * @throws PluginRejected with the reason if it cannot be, or if its code says other things of itself than its description;
     *     nothing of it runs then
     */
    public static Hosted open(VerifiedPackage verified, Mode mode, HostOptions options) {
        Hosted hosted =
                switch (mode) {
                    case IN_PROCESS -> Here.open(verified);
                    case ISOLATED -> Apart.open(verified, options);
                };
        try {
            Promised.check(verified.manifest(), hosted);
            return hosted;
        } catch (RuntimeException refused) {
            hosted.close();
            throw refused;
        }
    }
}
