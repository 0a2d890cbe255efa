package io.openteller.platform.plugin.internal;

import io.micronaut.context.annotation.Property;
import io.openteller.spi.OpentellerPlugin;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionPoint;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginLoader;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.pf4j.SingletonExtensionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins in the platform's folder, loaded once at start. */
@Singleton
class PluginFolder {

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);

    /** Version of the plugin interface; what plugins require is held against it. */
    static final String INTERFACE_VERSION = "0.1.0";

    private final Path folder;
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final Manager manager;

    PluginFolder(@Property(name = "openteller.plugins.folder") Path folder) {
        this.folder = folder;
        this.manager = new Manager(folder);
    }

    private static final class Manager extends DefaultPluginManager {

        Manager(Path folder) {
            super(folder);
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
    }

    @PostConstruct
    void load() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(".zip"))
                        .sorted()
                        .forEach(this::loadOne);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One that cannot be loaded must not keep the others, or the platform, from starting. */
    private void loadOne(Path file) {
        String name = file.getFileName().toString();
        try {
            String id = manager.loadPlugin(file);
            PluginState state = manager.startPlugin(id);
            if (state != PluginState.STARTED) {
                refuse(id, name, "it could not be started: " + state);
            } else if (manager.getExtensions(OpentellerPlugin.class, id).size() != 1) {
                refuse(id, name, "it must bring exactly one OpentellerPlugin extension");
            } else {
                log.info("plugin started id={} version={}", id, manager.getPlugin(id).getDescriptor().getVersion());
            }
        } catch (RuntimeException | LinkageError failure) {
            broken.put(name, String.valueOf(failure.getMessage()));
            log.error("plugin could not be loaded file={}", name, failure);
        }
    }

    private void refuse(String id, String name, String why) {
        broken.put(name, why);
        log.error("plugin refused id={} {}", id, why);
        manager.unloadPlugin(id);
    }

    /** File names with what is wrong with them. */
    Map<String, String> broken() {
        return new TreeMap<>(broken);
    }

    List<PluginDescriptor> started() {
        return manager.getStartedPlugins().stream()
                .map(PluginWrapper::getDescriptor)
                .toList();
    }

    Optional<PluginDescriptor> find(String id) {
        return started().stream()
                .filter(plugin -> plugin.getPluginId().equals(id))
                .findFirst();
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
