package io.openteller.platform.plugin.internal.calls;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.plugin.internal.banks.Shelf;
import io.openteller.platform.plugin.internal.banks.Shelved;
import io.openteller.spi.OpentellerPlugin;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.pf4j.ExtensionPoint;

/** Packages and their code, as a test sets them there. */
@Primary
@Singleton
@Requires(property = "test.set-shelf")
public class SetShelf implements Shelf, Versions {

    private final List<Shelved> there = new CopyOnWriteArrayList<>();
    private final Map<String, Code> code = new ConcurrentHashMap<>();

    /** A plugin's code; each extension implements one or more interfaces. */
    public record Code(OpentellerPlugin plugin, List<ExtensionPoint> extensions) {}

    public void put(ManifestBuilder of, Code runs) {
        put(of, runs, "sha-of-" + of.build().version());
    }

    public void put(ManifestBuilder of, Code runs, String sha256) {
        var manifest = of.build();
        there.removeIf(one -> one.id().equals(manifest.id()) && one.version().equals(manifest.version()));
        there.add(new Shelved(manifest, sha256, Trust.PARTNER, true, Instant.EPOCH, ""));
        code.put(manifest.id() + " " + manifest.version(), runs);
    }

    public void remove(String id, String version) {
        there.removeIf(one -> one.id().equals(id) && one.version().equals(version));
    }

    @Override
    public List<Shelved> all() {
        return List.copyOf(there);
    }

    @Override
    public Map<String, String> refused() {
        return Map.of();
    }

    @Override
    public Lease lease(String plugin, String version) {
        Code runs = Optional.ofNullable(code.get(plugin + " " + version)).orElseThrow();
        return new Lease() {
            @Override
            public <P extends ExtensionPoint> Optional<P> extension(Class<P> point) {
                return runs.extensions().stream().filter(point::isInstance).map(point::cast).findFirst();
            }

            @Override
            public OpentellerPlugin plugin() {
                return runs.plugin();
            }

            @Override
            public void close() {}
        };
    }
}
