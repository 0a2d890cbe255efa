package io.openteller.platform.plugin.internal.calls;

import io.openteller.packages.Manifest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as a bank has it switched on, ready to be called.
 *
 * @param manifest of the version that the bank chose; its egress names hosts alone
 * @param settings opened; never to be shown
 * @param bounds the plugin's own, or tighter ones of the bank
 * @param quarantined null while it may be called
 */
public record InForce(
        Manifest manifest, Map<String, String> settings, Bounds bounds, @Nullable Quarantined quarantined) {

    public String plugin() {
        return manifest.id();
    }

    /** The same on other published settings; where it may call to stays. */
    InForce on(Map<String, String> published) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(published);
        return new InForce(manifest, Map.copyOf(all), bounds, quarantined);
    }

    boolean offers(Class<?> point) {
        return manifest.capabilities().stream().anyMatch(can -> can.name().equals(point.getSimpleName()));
    }

    @Override
    public String toString() {
        return manifest.id() + " " + manifest.version();
    }
}
