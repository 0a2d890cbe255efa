package io.openteller.procedures.expressions;

import com.fasterxml.jackson.databind.JsonNode;

/** What an expression came to. */
public sealed interface Value {

    record Of(JsonNode json) implements Value {}

    /** @param message for the people who wrote the expression, not for customers */
    record Fault(String message) implements Value {}
}
