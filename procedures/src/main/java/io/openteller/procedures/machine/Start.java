package io.openteller.procedures.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.OperationSpec.Assurance;
import java.time.Instant;

/**
 * How a run begins.
 *
 * @param run names it; unique at the bank
 * @param inputs values for the definition's inputs, by name
 * @param language BCP 47, the customer's
 * @param assurance how sure it is already who the customer is
 * @param message what the customer wrote that began it; empty if an event did. What it holds beyond that wish may answer the
 *     first questions
 */
public record Start(
        String run,
        String procedure,
        int version,
        ObjectNode inputs,
        String language,
        Assurance assurance,
        String message,
        Instant at) {}
