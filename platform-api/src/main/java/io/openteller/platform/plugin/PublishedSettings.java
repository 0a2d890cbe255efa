package io.openteller.platform.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Settings that nobody fills in by hand, because a plugin runs on what they say: a room where two people agree on something
 * puts it here when it is published.
 */
public interface PublishedSettings {

    /** What the current bank's plugin runs on; null before anything was published, or where there is no such plugin. */
    @Nullable String current(String plugin, String setting);

    /**
     * Puts a value in force, in the caller's transaction if one is open; every other setting stays. Calls that run end with what
     * they began with.
     *
     * @param agreed who asked for it and who approved, in words
     * @throws io.openteller.platform.problem.ProblemException if the plugin is not installed, has no such setting, or could
     *     reach another host by it
     */
    void publish(String plugin, String setting, String value, String agreed);
}
