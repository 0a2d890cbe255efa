package io.openteller.platform.problem;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 body.
 *
 * @param code the catalogue's name, for programs
 * @param detail what is particular to this case, fit to be shown; null if the title says it all
 * @param errors faults of single fields; null where a request has none to point at
 * @param instance {@code urn:uuid:…}, the same id that the log line carries
 */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String code,
        @Nullable String detail,
        @Nullable List<FieldFault> errors,
        String instance) {}
