package io.openteller.platform.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * RFC 9457 body.
 *
 * @param instance {@code urn:uuid:…}, the same id that the log line carries
 */
@Serdeable
public record Problem(String type, String title, int status, String instance) {}
