package io.openteller.platform.plugin.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.packages.VerifiedPackage;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.plugin.Installation;
import io.openteller.spi.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plugins as the console sees them. */
final class PluginViews {

    private PluginViews() {}

    @Serdeable
    record Items(List<Plugin> items) {}

    /** @param settings without secrets; of those only the names of the ones that are set */
    @Serdeable
    record Plugin(
            String id,
            @Nullable String version,
            String name,
            @Nullable String description,
            @Nullable String provider,
            @Nullable String license,
            String state,
            @Nullable String lastError,
            List<CanDo> capabilities,
            Map<String, Object> settingsSchema,
            Map<String, Object> settings,
            List<String> secretsSet,
            Health health) {

        static Plugin of(Installation installed, Map<String, Object> schema) {
            return new Plugin(
                    installed.id(),
                    installed.version(),
                    installed.name(),
                    installed.description(),
                    installed.provider(),
                    installed.license(),
                    installed.enabled() ? "ENABLED" : "DISABLED",
                    installed.lastError(),
                    installed.capabilities().stream().map(CanDo::of).toList(),
                    schema,
                    installed.settings(),
                    installed.secretsSet(),
                    new Health(
                            installed.health().state().name(),
                            installed.health().checkedAt(),
                            installed.health().detail()));
        }

        /** A file that could not be loaded. */
        static Plugin rejected(String file, String why) {
            return new Plugin(
                    file,
                    null,
                    file,
                    null,
                    null,
                    null,
                    "FAILED",
                    why,
                    List.of(),
                    Map.of("type", "object"),
                    Map.of(),
                    List.of(),
                    new Health("DOWN", null, why));
        }
    }

    @Serdeable
    record Health(String state, @Nullable Instant checkedAt, @Nullable String detail) {}

    @Serdeable
    record CanDo(String name, List<Operation> operations) {
        static CanDo of(Capability capability) {
            return new CanDo(
                    capability.name(),
                    capability.operations().stream()
                            .map(one -> new Operation(
                                    one.name(),
                                    one.risk().name(),
                                    one.assurance().name(),
                                    one.reversible(),
                                    one.idempotent()))
                            .toList());
        }
    }

    @Serdeable
    record Operation(String name, String riskClass, String assurance, boolean reversible, boolean idempotent) {}

    @Serdeable
    record GivenSettings(@Nullable Map<String, Object> settings) {}

    @Serdeable
    record Tested(boolean ok, long millis, String detail) {}

    /** @param isolated whether it runs in a process of its own */
    @Serdeable
    record Added(String id, String version, String sha256, String trust, boolean isolated) {
        static Added of(VerifiedPackage one) {
            return new Added(
                    one.manifest().id(),
                    one.manifest().version(),
                    one.sha256(),
                    one.trust().name(),
                    one.trust() != Trust.PLATFORM);
        }
    }
}
