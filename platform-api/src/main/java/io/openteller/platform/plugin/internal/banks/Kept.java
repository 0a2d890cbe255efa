package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Manifest;
import io.openteller.packages.Manifest.Resources;
import io.openteller.platform.plugin.internal.calls.Bounds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bank keeps of one plugin.
 *
 * @param version that it chose; null for the newest, as it was before banks chose
 * @param sealed secrets by name, as the vault sealed them
 * @param approved what the bank lets it do and reach; null before the first time
 * @param bounds tighter than the plugin's own, by name
 * @param revision grows with every change
 */
record Kept(
        @Nullable String version,
        boolean enabled,
        Map<String, Object> settings,
        Map<String, String> sealed,
        @Nullable Manifest approved,
        Map<String, Object> bounds,
        long revision) {

    static final String TIMEOUT = "timeoutMillis";
    static final String PER_SECOND = "callsPerSecond";
    static final String AT_ONCE = "callsAtOnce";

    static final Kept NONE = new Kept(null, false, Map.of(), Map.of(), null, Map.of(), 0);

    Kept withSettings(Map<String, Object> plain, Map<String, String> secrets) {
        return new Kept(version, enabled, plain, secrets, approved, bounds, revision);
    }

    Kept withVersion(String chosen) {
        return new Kept(chosen, enabled, settings, sealed, approved, bounds, revision);
    }

    Kept switched(boolean on) {
        return new Kept(version, on, settings, sealed, approved, bounds, revision);
    }

    Kept approving(@Nullable Manifest reach) {
        return new Kept(version, enabled, settings, sealed, reach, bounds, revision);
    }

    Kept within(Map<String, Object> tighter) {
        return new Kept(version, enabled, settings, sealed, approved, tighter, revision);
    }

    /** Never more than the plugin declares, whatever was once set. */
    Bounds bounds(Resources declared) {
        return new Bounds(
                tighter(TIMEOUT, declared.timeoutMillis()),
                tighter(PER_SECOND, declared.callsPerSecond()),
                tighter(AT_ONCE, declared.callsAtOnce()));
    }

    private int tighter(String name, int declared) {
        return bounds.get(name) instanceof Number own ? Math.clamp(own.intValue(), 1, declared) : declared;
    }
}
