package io.openteller.platform.plugin.internal.banks;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.packages.Difference;
import io.openteller.platform.plugin.internal.calls.Bounds;
import io.openteller.platform.plugin.internal.calls.Quarantined;
import io.openteller.spi.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plugins as the console sees them. */
final class PluginViews {

    private PluginViews() {}

    @Serdeable
    record Items(List<Plugin> items) {}

    /**
     * One plugin.
     *
     * @param state ENABLED, DISABLED, or FAILED for a file that cannot be used
     * @param settings without secrets; of those only the names of the ones that are set
     * @param egress hosts, with those that the settings lead to
     * @param resources what the plugin asks for
     * @param bounds what this bank gives it, which is never more
     * @param lastErrors newest first, on the page of one plugin alone
     */
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
            Health health,
            List<String> kinds,
            @Nullable Publisher publisher,
            @Nullable String trust,
            boolean isolated,
            List<String> egress,
            List<String> dataRead,
            @Nullable String privacy,
            @Nullable Resources resources,
            @Nullable Limits bounds,
            List<Version> versions,
            @Nullable Quarantine quarantine,
            @Nullable Pending pending,
            @Nullable List<Failure> lastErrors) {

        /** A file that could not be loaded. */
        static Plugin refused(String file, String why) {
            return new Plugin(
                    file, null, file, null, null, null, "FAILED", why, List.of(), Map.of("type", "object"), Map.of(),
                    List.of(), new Health("DOWN", null, why), List.of(), null, null, false, List.of(), List.of(), null,
                    null, null, List.of(), null, null, null);
        }
    }

    @Serdeable
    record Health(String state, @Nullable Instant checkedAt, @Nullable String detail) {}

    @Serdeable
    record Publisher(String name, String key) {}

    @Serdeable
    record Resources(int timeoutMillis, int heapMegabytes, int callsPerSecond, int callsAtOnce) {}

    /** @param current whether it is this bank's */
    @Serdeable
    record Version(String version, String sha256, Instant installedAt, boolean current, String changelog) {}

    @Serdeable
    record Quarantine(Instant since, String reason, Instant probeAt) {
        static @Nullable Quarantine of(@Nullable Quarantined held) {
            return held == null ? null : new Quarantine(held.since(), held.reason(), held.probeAt());
        }
    }

    /**
     * What waits for a second person.
     *
     * @param action ENABLE, VERSION or EGRESS
     * @param mine whether whoever looks asked for it, and so cannot decide on it
     * @param note why nobody can decide on it, if that is so
     */
    @Serdeable
    record Pending(
            UUID id,
            String plugin,
            String version,
            String action,
            String askedBy,
            Instant askedAt,
            boolean mine,
            @Nullable String note,
            Changes difference) {}

    /** @param from empty when the bank approved nothing yet */
    @Serdeable
    record Changes(String from, String to, boolean widened, List<Line> lines) {
        static Changes of(Difference difference) {
            return new Changes(
                    difference.from(),
                    difference.to(),
                    difference.widened(),
                    difference.lines().stream()
                            .map(line -> new Line(
                                    line.kind().name(), line.change().name(), line.widens(), line.words()))
                            .toList());
        }
    }

    @Serdeable
    record Line(String kind, String change, boolean widens, String words) {}

    /** @param trace of the turn, or of the call where there was none */
    @Serdeable
    record Failure(Instant at, String operation, String cause, String trace) {}

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

    /** @param settings for this version, where the kept ones do not fit it */
    @Serdeable
    record Chosen(@Nullable String version, @Nullable Map<String, Object> settings) {}

    /** Null for what the plugin itself asks for. */
    @Serdeable
    record Limits(
            @Nullable Integer timeoutMillis, @Nullable Integer callsPerSecond, @Nullable Integer callsAtOnce) {
        static Limits of(Bounds bounds) {
            return new Limits(bounds.timeoutMillis(), bounds.callsPerSecond(), bounds.callsAtOnce());
        }
    }

    @Serdeable
    record Tested(boolean ok, long millis, String detail) {}

    @Serdeable
    record Reason(@Nullable String reason) {}
}
