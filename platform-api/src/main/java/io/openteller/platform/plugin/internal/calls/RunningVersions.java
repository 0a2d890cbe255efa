package io.openteller.platform.plugin.internal.calls;

import io.openteller.platform.plugin.internal.running.Running;
import io.openteller.spi.OpentellerPlugin;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/** The versions that this process runs. */
@Singleton
class RunningVersions implements Versions {

    private final Running running;

    RunningVersions(Running running) {
        this.running = running;
    }

    @Override
    public Lease lease(String plugin, String version) {
        io.openteller.host.Lease held = running.lease(plugin, version);
        return new Lease() {
            @Override
            public <P extends ExtensionPoint> Optional<P> extension(Class<P> point) {
                return held.extension(point);
            }

            @Override
            public OpentellerPlugin plugin() {
                return held.plugin();
            }

            @Override
            public void close() {
                held.close();
            }
        };
    }
}
