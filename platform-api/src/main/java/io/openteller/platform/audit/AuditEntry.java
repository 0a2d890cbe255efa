package io.openteller.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recorded event, to be read.
 *
 * @param actor null for events from before actors were recorded
 * @param hash in hexadecimal digits
 */
public record AuditEntry(
        long number, Instant at, @Nullable Actor actor, String action, String subject, String hash) {}
