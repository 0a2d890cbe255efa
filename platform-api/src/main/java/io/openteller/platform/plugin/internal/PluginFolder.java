package io.openteller.platform.plugin.internal;

import io.micronaut.context.annotation.Property;
import io.openteller.platform.plugin.internal.banks.Settings;
import io.openteller.platform.problem.ProblemException;
import io.openteller.spi.OpentellerPlugin;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.pf4j.ExtensionPoint;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins in the platform's folder: loaded at start, and when an operator brings one. */
@Singleton
class PluginFolder {

    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);

    private final Path folder;
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final ApartPlugins manager;

    PluginFolder(@Property(name = "openteller.plugins.folder") Path folder, Settings settings) {
        this.folder = folder;
        this.manager = new ApartPlugins(folder, settings);
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
            manager.loaded(file);
        } catch (ProblemException rejected) {
            broken.put(name, String.valueOf(rejected.detail()));
            log.error("plugin rejected file={} reason={}", name, rejected.detail());
        }
    }

    /**
     * Takes a plugin in, in place of an older version of it.
     *
     * @throws ProblemException if it cannot be used; what was there before then still is
     */
    synchronized PluginDescriptor add(byte[] zip) {
        try {
            Path arrived = Files.write(Files.createTempFile(folder, "arriving", ".part"), zip);
            try {
                return add(arrived);
            } finally {
                Files.deleteIfExists(arrived);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private PluginDescriptor add(Path arrived) throws IOException {
        PluginArchive archive = PluginArchive.read(arrived, ApartPlugins.INTERFACE_VERSION);
        Optional<PluginWrapper> before = Optional.ofNullable(manager.getPlugin(archive.id()));
        before.ifPresent(old -> manager.requireNewer(archive, old.getDescriptor()));
        Path home = folder.resolve(archive.id() + "-" + archive.version() + ".zip");
        Files.move(arrived, home, StandardCopyOption.REPLACE_EXISTING);
        before.ifPresent(old -> manager.unloadPlugin(old.getPluginId()));
        try {
            PluginDescriptor added = manager.loaded(home);
            if (before.isPresent()) {
                manager.forgetFiles(before.get().getPluginPath());
            }
            return added;
        } catch (ProblemException rejected) {
            manager.forgetFiles(home);
            before.ifPresent(old -> manager.again(old.getPluginPath()));
            throw rejected;
        }
    }

    /** File names with what is wrong with them. */
    Map<String, String> broken() {
        return new TreeMap<>(broken);
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

    OpentellerPlugin described(String id) {
        return manager.getExtensions(OpentellerPlugin.class, id).getFirst();
    }

    <P extends ExtensionPoint> Optional<P> extension(Class<P> point, String pluginId) {
        return manager.getExtensions(point, pluginId).stream().findFirst();
    }

    List<?> extensions(String pluginId) {
        return manager.getExtensions(pluginId);
    }

    @PreDestroy
    void stop() {
        manager.stopPlugins();
    }
}
