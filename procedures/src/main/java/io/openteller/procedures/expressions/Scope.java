package io.openteller.procedures.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can read.
 *
 * @param variables by name; they hide nothing of what follows, whose names are reserved
 * @param language {@code customer.language}
 * @param assurance {@code customer.assurance}
 * @param now {@code now}, and {@code today} in the bank's zone
 * @param lastMessage {@code lastMessage}; empty before the customer wrote anything
 * @param receipt {@code receipt}: what the customer and colleagues can name this run by
 * @param it {@code it}, the entry of a list; null outside of lists
 */
public record Scope(
        ObjectNode variables,
        String language,
        Assurance assurance,
        Instant now,
        String lastMessage,
        String receipt,
        @Nullable JsonNode it) {

    public Scope with(JsonNode entry) {
        return new Scope(variables, language, assurance, now, lastMessage, receipt, entry);
    }
}
