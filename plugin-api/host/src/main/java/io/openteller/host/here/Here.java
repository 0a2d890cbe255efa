package io.openteller.host.here;

import io.openteller.host.Hosted;
import io.openteller.host.Mode;
import io.openteller.host.PluginRejected;
import io.openteller.host.Points;
import io.openteller.host.classes.Loaded;
import io.openteller.host.classes.Unloadable;
import io.openteller.packages.Manifest;
import io.openteller.packages.VerifiedPackage;
import io.openteller.spi.OpentellerPlugin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.pf4j.ExtensionPoint;

/** A plugin in the platform's own process. */
public final class Here implements Hosted {

    private final Manifest manifest;
    private final Loaded loaded;
    private final Contained contained;
    private final Map<Class<?>, Object> extensions = new HashMap<>();

    private Here(Manifest manifest, Loaded loaded) {
        this.manifest = manifest;
        this.loaded = loaded;
        this.contained = new Contained(loaded.classes());
        for (ExtensionPoint extension : loaded.extensions()) {
            for (Class<?> point : Loaded.points(extension)) {
                extensions.putIfAbsent(point, contained.around(point, extension));
            }
        }
    }

    public static Here open(VerifiedPackage verified) {
        Manifest manifest = verified.manifest();
        String lifecycle = manifest.lifecycle() == null ? "" : manifest.lifecycle();
        Loaded loaded;
        try {
            loaded = Loaded.of(
                    manifest.id() + "@" + manifest.version(), verified.folder(), lifecycle, verified.extensions());
        } catch (Unloadable why) {
            throw new PluginRejected(String.valueOf(why.getMessage()), why);
        }
        try {
            Points.check(manifest, loaded.extensions().stream().map(Loaded::points).toList());
            return new Here(manifest, loaded);
        } catch (RuntimeException | LinkageError refused) {
            loaded.close();
            throw refused;
        }
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public OpentellerPlugin plugin() {
        return extension(OpentellerPlugin.class).orElseThrow();
    }

    @Override
    public <P extends ExtensionPoint> Optional<P> extension(Class<P> point) {
        return Optional.ofNullable(extensions.get(point)).map(point::cast);
    }

    @Override
    public Mode mode() {
        return Mode.IN_PROCESS;
    }

    @Override
    public String confinement() {
        return "in the platform's process: its classes cannot link sockets, clients and processes; what it does by reflection, "
                + "in files and in loops is not held back";
    }

    @Override
    public OptionalLong process() {
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        contained.close();
        loaded.close();
    }
}
