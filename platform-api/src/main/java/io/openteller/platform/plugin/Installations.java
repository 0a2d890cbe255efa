package io.openteller.platform.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the current bank has of plugins. Changes are audited and make a new release. */
public interface Installations {

    List<Installation> list();

    /** Files in the platform's plugin folder that could not be loaded, with the reason. The same for every bank. */
    Map<String, String> rejected();

    /**
     * Keeps settings after checking them against the plugin's schema.
     *
     * @param settings a secret that is left out stays as it is
     * @throws io.openteller.platform.problem.ProblemException if they do not fit, or there is no such plugin
     */
    Installation configure(String pluginId, Map<String, Object> settings, String by);

    Installation enable(String pluginId, boolean enabled, String by);

    /** @param settings to try instead of the kept ones; null for those */
    Check check(String pluginId, @Nullable Map<String, Object> settings);

    /** @param millis how long the check took */
    record Check(boolean ok, long millis, String detail) {}
}
