package io.openteller.platform.plugin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the current bank has of plugins, for the platform's own code. Changes are audited and make a new release. They are made
 * in the name of the platform's operator, who sets banks up and needs no second person; what a bank's own people change goes
 * through this room's routes, where they do.
 */
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

    /** Switching on includes a {@link #check}; what it finds is in the installation's health, and stops nothing. */
    Installation enable(String pluginId, boolean enabled, String by);

    /** @param settings to try instead of the kept ones; null for those */
    Check check(String pluginId, @Nullable Map<String, Object> settings);

    /**
     * Approves what waits for a second person, as the operator, who stands in for one only where the bank has nobody else.
     *
     * @throws io.openteller.platform.problem.ProblemException if nothing waits, or somebody of the bank can decide
     */
    Installation approve(String pluginId);

    /** @param millis how long the check took */
    record Check(boolean ok, long millis, String detail) {}
}
