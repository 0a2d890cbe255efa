package io.openteller.platform.plugin.internal;

import io.micronaut.context.annotation.Property;
import io.openteller.packages.Semver;
import io.openteller.packages.VerifiedPackage;
import io.openteller.platform.plugin.internal.packages.PackageListener;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.OpentellerPlugin;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.pf4j.ExtensionPoint;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest version of each package, loaded. */
@Singleton
class PluginFolder implements PackageListener {

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);

    private final PackageStore packages;
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final ApartPlugins manager;

    PluginFolder(@Property(name = "openteller.plugins.folder") Path folder, PackageStore packages, Settings settings) {
        this.packages = packages;
        this.manager = new ApartPlugins(folder, settings);
    }

    @PostConstruct
    void load() {
        packages.listen(this);
        packages.all().forEach(one -> {
            if (manager.getPlugin(one.manifest().id()) == null) {
                loadOne(one);
            }
        });
    }

    /** One that cannot be loaded must not keep the others, or the platform, from starting. */
    private void loadOne(VerifiedPackage one) {
        String name = one.manifest().id() + "-" + one.manifest().version();
        try {
            manager.loaded(one);
        } catch (ProblemException rejected) {
            broken.put(name, String.valueOf(rejected.detail()));
            log.error("plugin rejected package={} reason={}", name, rejected.detail());
        }
    }

    @Override
    public synchronized void installed(VerifiedPackage added) {
        String id = added.manifest().id();
        Optional<VerifiedPackage> before = loaded(id);
        if (before.filter(old -> compared(old, added) > 0).isPresent()) {
            return;
        }
        before.ifPresent(old -> manager.unloadPlugin(id));
        try {
            manager.loaded(added);
        } catch (ProblemException rejected) {
            before.ifPresent(manager::loaded);
            throw rejected;
        }
    }

    private static int compared(VerifiedPackage one, VerifiedPackage other) {
        return Semver.of(one.manifest().version()).compareTo(Semver.of(other.manifest().version()));
    }

    private Optional<VerifiedPackage> loaded(String id) {
        return Optional.ofNullable(manager.getPlugin(id))
                .flatMap(wrapper -> packages.find(id, wrapper.getDescriptor().getVersion()));
    }

    @Override
    public synchronized void gone(VerifiedPackage gone) {
        String id = gone.manifest().id();
        PluginWrapper loaded = manager.getPlugin(id);
        if (loaded == null || !loaded.getDescriptor().getVersion().equals(gone.manifest().version())) {
            return;
        }
        manager.unloadPlugin(id);
        packages.versions(id).stream().findFirst().ifPresent(this::loadOne);
    }

    /** Names of files or packages with what is wrong with them. */
    Map<String, String> broken() {
        Map<String, String> all = new TreeMap<>(packages.refused());
        all.putAll(broken);
        return all;
    }

    List<PluginDescriptor> started() {
        return manager.getStartedPlugins().stream()
                .map(PluginWrapper::getDescriptor)
                .sorted(Comparator.comparing(PluginDescriptor::getPluginId))
                .toList();
    }

    Optional<PluginDescriptor> find(String id) {
        return started().stream()
                .filter(plugin -> plugin.getPluginId().equals(id))
                .findFirst();
    }

    /** Where it may call, as its description declares; nowhere if it is not loaded. */
    List<String> egress(String id) {
        return loaded(id).map(one -> one.manifest().egress()).orElse(List.of());
    }

    OpentellerPlugin described(String id) {
        return manager.getExtensions(OpentellerPlugin.class, id).getFirst();
    }

    <P extends ExtensionPoint> Optional<P> extension(Class<P> point, String pluginId) {
        return manager.getExtensions(point, pluginId).stream().findFirst();
    }

    @PreDestroy
    void stop() {
        manager.stopPlugins();
    }
}
