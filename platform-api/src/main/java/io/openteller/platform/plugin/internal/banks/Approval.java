package io.openteller.platform.plugin.internal.banks;

import io.openteller.packages.Difference;
import io.openteller.packages.Manifest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for, and a second person approves or does not.
 *
 * @param settings to be in force then, without secrets
 * @param sealed to be in force then
 * @param reach what the plugin may do and call then
 * @param baseRevision of the installation when it was asked for
 * @param askedBy null for the operator
 */
record Approval(
        UUID id,
        String plugin,
        String version,
        String sha256,
        Action action,
        State state,
        Map<String, Object> settings,
        Map<String, String> sealed,
        Manifest reach,
        Difference difference,
        long baseRevision,
        @Nullable UUID askedBy,
        String askedName,
        Instant askedAt) {

    enum Action {
        ENABLE,
        VERSION,
        EGRESS
    }

    enum State {
        PENDING,
        APPROVED,
        REJECTED,
        /** Something newer was asked for. */
        SUPERSEDED,
        /** What it was asked for is not what there is any more. */
        OUTDATED
    }
}
