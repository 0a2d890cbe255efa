package io.openteller.platform.plugin.internal.calls;

import io.openteller.spi.OpentellerPlugin;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/** The running code of plugins, version by version. */
public interface Versions {

    /**
     * Holds a version, so that it is not unloaded; starts it where it does not run yet.
     *
     * @throws RuntimeException if it cannot be started
     */
    Lease lease(String plugin, String version);

    /** To be closed when the plugin's code has come back, however long that takes. */
    interface Lease extends AutoCloseable {

        <P extends ExtensionPoint> Optional<P> extension(Class<P> point);

        OpentellerPlugin plugin();

        @Override
        void close();
    }
}
