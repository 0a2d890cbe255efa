package io.openteller.platform.plugin.internal;

import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.OpentellerPlugin;
import io.openteller.spi.SpiVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.pf4j.SingletonExtensionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PF4J as this platform wants it: what it would pass over in silence is a rejection with a reason. */
class ApartPlugins extends DefaultPluginManager {

    private static final Logger log = LoggerFactory.getLogger(ApartPlugins.class);

    private final Settings settings;

    ApartPlugins(Path folder, Settings settings) {
        super(folder);
        this.settings = settings;
        setSystemVersion(SpiVersion.current());
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new SingletonExtensionFactory(this);
    }

    /** What a package says of itself was read and checked before; here it is only told to PF4J. */
    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PackageDescriptors();
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new ApartLoader(this);
    }

    /** Loads and starts a package. Throws PLUGIN_REJECTED, and has nothing of it loaded, if it cannot run. */
    PluginDescriptor loaded(VerifiedPackage verified) {
        Manifest manifest = verified.manifest();
        try {
            loadPlugin(verified.folder());
            if (startPlugin(manifest.id()) != PluginState.STARTED) {
                throw rejected("it could not be started" + why(getPlugin(manifest.id())));
            }
            checkExtensions(manifest);
        } catch (ProblemException rejected) {
            unloadPlugin(manifest.id());
            throw rejected;
        } catch (RuntimeException | LinkageError failure) {
            log.error("plugin could not be loaded id={}", manifest.id(), failure);
            if (getPlugin(manifest.id()) != null) {
                unloadPlugin(manifest.id());
            }
            throw rejected("it could not be loaded: " + failure);
        }
        log.info("plugin started id={} version={}", manifest.id(), manifest.version());
        return Objects.requireNonNull(getPlugin(manifest.id())).getDescriptor();
    }

    /** What it says of itself now must be what its publisher signed, and what a bank's second person approved. */
    private void checkExtensions(Manifest manifest) {
        List<OpentellerPlugin> described = getExtensions(OpentellerPlugin.class, manifest.id());
        if (described.size() != 1) {
            throw rejected("it must bring exactly one OpentellerPlugin extension, and brings " + described.size());
        }
        if (!Set.copyOf(described.getFirst().capabilities()).equals(Set.copyOf(manifest.capabilities()))) {
            throw rejected("it says that it can do something else than its plugin.json says");
        }
        settings.checkSchema(described.getFirst().settingsSchema());
    }

    static ProblemException rejected(String why) {
        return new ProblemException(ErrorCode.PLUGIN_REJECTED, why);
    }

    private static String why(PluginWrapper plugin) {
        Throwable cause = plugin == null ? null : plugin.getFailedException();
        return cause == null ? "" : ": " + cause;
    }
}
