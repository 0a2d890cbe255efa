package io.openteller.platform.plugin.internal;

import io.openteller.packages.Manifest;
import io.openteller.packages.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginRuntimeException;

/** plugin.json of an unpacked package in PF4J's words. */
class PackageDescriptors implements PluginDescriptorFinder {

    private static final String FILE = "plugin.json";

    @Override
    public boolean isApplicable(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    @Override
    public PluginDescriptor find(Path folder) {
        return switch (read(folder)) {
            case Manifests.Reading.Read(Manifest manifest) -> described(manifest);
            case Manifests.Reading.Malformed(String words) -> throw new PluginRuntimeException(words);
        };
    }

    private static Manifests.Reading read(Path folder) {
        try {
            return Manifests.read(Files.readAllBytes(folder.resolve(FILE)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PluginDescriptor described(Manifest manifest) {
        String lifecycle = manifest.lifecycle() == null ? Plugin.class.getName() : manifest.lifecycle();
        return new DefaultPluginDescriptor(
                manifest.id(),
                manifest.description(),
                lifecycle,
                manifest.version(),
                "*",
                manifest.publisher().name(),
                manifest.license());
    }
}
