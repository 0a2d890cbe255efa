package io.openteller.platform.problem;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name; empty when the fault is with all of them together
 * @param message fit to be shown next to the field
 */
@Serdeable
public record FieldFault(String field, String message) {}
