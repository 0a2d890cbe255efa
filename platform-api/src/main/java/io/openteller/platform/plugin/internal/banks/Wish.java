package io.openteller.platform.plugin.internal.banks;

import io.openteller.platform.audit.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a plugin to be at their bank; null leaves things as they are.
 *
 * @param what for the records: settings, version, enabled, disabled
 * @param settings a secret that is left out stays
 */
record Wish(
        String what,
        Approval.Action action,
        @Nullable String version,
        @Nullable Boolean enabled,
        @Nullable Map<String, Object> settings) {

    static Wish configured(Map<String, Object> settings) {
        return new Wish("settings", Approval.Action.EGRESS, null, null, settings);
    }

    static Wish switched(boolean on) {
        return new Wish(on ? "enabled" : "disabled", Approval.Action.ENABLE, null, on, null);
    }

    static Wish chosen(String version, @Nullable Map<String, Object> settings) {
        return new Wish("version", Approval.Action.VERSION, version, null, settings);
    }

    /**
     * Who wants it.
     *
     * @param alone whether nobody else need approve: the platform's operator, who sets a bank up
     */
    record Who(Actor actor, boolean alone) {}
}
