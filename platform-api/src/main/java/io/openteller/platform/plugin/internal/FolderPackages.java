package io.openteller.platform.plugin.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.packages.Manifest;
import io.openteller.packages.Manifest.Publisher;
import io.openteller.packages.Manifest.Resources;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.plugin.internal.banks.Shelf;
import io.openteller.platform.plugin.internal.banks.Shelved;
import io.openteller.platform.plugin.internal.calls.Versions;
import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pf4j.ExtensionPoint;
import org.pf4j.PluginDescriptor;

/** The plugins of the folder, one version of each, as if they were packages. */
@Singleton
class FolderPackages implements Shelf, Versions {

    private static final Resources PLENTY = new Resources(120_000, 256, 1000, 32);

    private final PluginFolder folder;
    private final ObjectMapper json = new ObjectMapper();

    FolderPackages(PluginFolder folder) {
        this.folder = folder;
    }

    @Override
    public List<Shelved> all() {
        return folder.started().stream().map(this::shelved).toList();
    }

    @Override
    public Map<String, String> refused() {
        return folder.broken();
    }

    private Shelved shelved(PluginDescriptor plugin) {
        OpentellerPlugin described = folder.described(plugin.getPluginId());
        Manifest manifest = new Manifest(
                plugin.getPluginId(),
                plugin.getVersion().replace("-SNAPSHOT", ""),
                plugin.getRequires(),
                described.name(),
                Objects.requireNonNullElse(plugin.getPluginDescription(), ""),
                Objects.requireNonNullElse(plugin.getLicense(), ""),
                new Publisher(Objects.requireNonNullElse(plugin.getProvider(), ""), ""),
                null,
                List.of(),
                capabilities(plugin.getPluginId(), described),
                List.of(),
                List.of(),
                PLENTY,
                read(described.settingsSchema()),
                "");
        return new Shelved(manifest, plugin.getVersion(), Trust.PLATFORM, false, Instant.EPOCH, "");
    }

    private List<Capability> capabilities(String id, OpentellerPlugin described) {
        Stream<Capability> undeclared = folder.extensions(id).stream()
                .flatMap(one -> Arrays.stream(one.getClass().getInterfaces()))
                .filter(point -> point != OpentellerPlugin.class && point.getName().startsWith("io.openteller.spi."))
                .filter(point -> described.capabilities().stream()
                        .noneMatch(can -> can.name().equals(point.getSimpleName())))
                .distinct()
                .map(Capability::of);
        return Stream.concat(described.capabilities().stream(), undeclared).toList();
    }

    private JsonNode read(String schema) {
        try {
            return json.readTree(schema);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a schema that was checked when it was loaded", broken);
        }
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
