package io.openteller.platform.plugin.internal;

import io.openteller.platform.plugin.internal.calls.Versions;
import io.openteller.spi.OpentellerPlugin;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.pf4j.ExtensionPoint;

/** The newest version of each plugin, whichever is asked for: no other is loaded. */
@Singleton
class FolderVersions implements Versions {

    private final PluginFolder folder;

    FolderVersions(PluginFolder folder) {
        this.folder = folder;
    }

    @Override
    public Lease lease(String plugin, String version) {
        return new Lease() {
            @Override
            public <P extends ExtensionPoint> Optional<P> extension(Class<P> point) {
                return folder.extension(point, plugin);
            }

            @Override
            public OpentellerPlugin plugin() {
                return folder.described(plugin);
            }

            @Override
            public void close() {}
        };
    }
}
