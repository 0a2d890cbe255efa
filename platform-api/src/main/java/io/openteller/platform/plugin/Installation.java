package io.openteller.platform.plugin;

import io.openteller.spi.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as one bank has it.
 *
 * @param settings without secrets
 * @param secretsSet names of the secrets that are kept
 * @param schemaJson of the settings, JSON Schema 2020-12
 */
public record Installation(
        String id,
        String version,
        String name,
        String description,
        String provider,
        String license,
        boolean enabled,
        @Nullable String lastError,
        List<Capability> capabilities,
        String schemaJson,
        Map<String, Object> settings,
        List<String> secretsSet,
        Health health) {

    /**
     * How it was when it was last asked for something.
     *
     * @param checkedAt null before the first time
     */
    public record Health(State state, @Nullable Instant checkedAt, @Nullable String detail) {

        /** UNKNOWN until something was asked of it under its present settings. */
        public enum State {
            UP,
            DOWN,
            UNKNOWN
        }
    }
}
