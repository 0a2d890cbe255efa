package io.openteller.procedures.definition;

import org.jspecify.annotations.Nullable;

/**
 * One place of a written definition that cannot be understood.
 *
 * @param node id of the node it is in; null outside the nodes
 * @param field path of the field, such as {@code answer.choices[2].value}; empty for the node, or the definition, as a whole
 * @param message a whole sentence that names node and field too
 */
public record Fault(@Nullable String node, String field, String message) {

    static Fault at(@Nullable String node, String field, String what) {
        String place = node == null
                ? (field.isEmpty() ? "The definition" : "Field '" + field + "'")
                : (field.isEmpty() ? "Node '" + node + "'" : "Node '" + node + "', field '" + field + "'");
        return new Fault(node, field, place + " " + what + ".");
    }
}
