package io.openteller.platform.plugin.internal.calls;

import java.time.Instant;

/**
 * Since when and why a bank's calls of a plugin are held back.
 *
 * @param probeAt when it is tried next
 */
public record Quarantined(Instant since, String reason, Instant probeAt) {}
