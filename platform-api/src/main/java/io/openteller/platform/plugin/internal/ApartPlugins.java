package io.openteller.platform.plugin.internal;

import io.openteller.platform.plugin.internal.banks.Settings;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.SpiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.pf4j.SingletonExtensionFactory;
import org.pf4j.util.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PF4J as this platform wants it: what it would pass over in silence is a rejection with a reason. */
class ApartPlugins extends DefaultPluginManager {

    private static final Logger log = LoggerFactory.getLogger(ApartPlugins.class);

    /** Version of the plugin interface; what plugins require is held against it. */
    static final String INTERFACE_VERSION = SpiVersion.current();

    private final Settings settings;

    ApartPlugins(Path folder, Settings settings) {
        super(folder);
        this.settings = settings;
        setSystemVersion(INTERFACE_VERSION);
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new SingletonExtensionFactory(this);
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new ApartLoader(this);
    }

    /** Loads and starts a zip. Throws PLUGIN_REJECTED, and has nothing of it loaded, if it is not whole. */
    PluginDescriptor loaded(Path zip) {
        PluginArchive archive = PluginArchive.read(zip, INTERFACE_VERSION);
        if (getPlugin(archive.id()) != null) {
            throw PluginArchive.rejected("another file already brought " + archive.id());
        }
        try {
            loadPlugin(zip);
            if (startPlugin(archive.id()) != PluginState.STARTED) {
                throw PluginArchive.rejected("it could not be started" + why(getPlugin(archive.id())));
            }
            checkExtensions(archive.id());
        } catch (ProblemException rejected) {
            unloadPlugin(archive.id());
            throw rejected;
        } catch (RuntimeException | LinkageError failure) {
            log.error("plugin could not be loaded id={}", archive.id(), failure);
            if (getPlugin(archive.id()) != null) {
                unloadPlugin(archive.id());
            }
            throw PluginArchive.rejected("it could not be loaded: " + failure);
        }
        log.info("plugin started id={} version={}", archive.id(), archive.version());
        return Objects.requireNonNull(getPlugin(archive.id())).getDescriptor();
    }

    private void checkExtensions(String id) {
        List<OpentellerPlugin> described = getExtensions(OpentellerPlugin.class, id);
        if (described.size() != 1) {
            throw PluginArchive.rejected("it must bring exactly one OpentellerPlugin extension, and brings "
                    + described.size() + "; was it built with pf4j's annotation processor?");
        }
        if (getExtensions(id).size() < 2) {
            throw PluginArchive.rejected("it can do nothing: it brings no extension but its description");
        }
        settings.checkSchema(described.getFirst().settingsSchema());
    }

    private static String why(PluginWrapper plugin) {
        Throwable cause = plugin == null ? null : plugin.getFailedException();
        return cause == null ? "" : ": " + cause;
    }

    void requireNewer(PluginArchive archive, PluginDescriptor old) {
        if (getVersionManager().compareVersions(archive.version(), old.getVersion()) <= 0) {
            throw PluginArchive.rejected(
                    "version " + old.getVersion() + " is loaded already; bring a newer one than that");
        }
    }

    /** Starts again what was unloaded to make room for something that turned out to be no better. */
    void again(Path unpacked) {
        startPlugin(loadPlugin(unpacked));
    }

    /** @param either the zip, or the folder that it was unpacked to */
    void forgetFiles(Path either) {
        String name = either.getFileName().toString().replaceFirst("\\.zip$", "");
        try {
            Files.deleteIfExists(either.resolveSibling(name + ".zip"));
            Path unpacked = either.resolveSibling(name);
            if (Files.exists(unpacked)) {
                FileUtils.delete(unpacked);
            }
        } catch (IOException failure) {
            log.warn("files of an old plugin could not be deleted: {}", name, failure);
        }
    }
}
