package io.openteller.procedures.check;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong.
 *
 * @param node null for what concerns the procedure as a whole
 * @param message one sentence for the person who wrote it
 */
public record Finding(Rule rule, @Nullable String node, String message) {

    /** What is checked. All of them stop a publication. */
    public enum Rule {
        UNKNOWN_NODE,
        UNREACHABLE,
        DEAD_END,
        NO_PERSON_WITHIN_REACH,
        ASSURANCE_MISSING,
        CONFIRMATION_MISSING,
        LIMIT_MISSING,
        NOT_IDEMPOTENT,
        CANNOT_BE_TAKEN_BACK,
        EDGE_MISSING,
        LOOP_WITHOUT_BOUND,
        NOT_ASSIGNED,
        TYPE_MISMATCH,
        BAD_EXPRESSION,
        UNKNOWN_OPERATION,
        UNKNOWN_PROCEDURE,
        TEXT_MISSING,
        INTERNAL_TOLD,
        BAD_DEFINITION
    }
}
