package io.openteller.procedures.definition;

import io.openteller.procedures.definition.Node.Edge;

/** Edges as they are written under {@code on}. */
class EdgeNames {

    static final String[] ALL = {"timeout", "error", "refused", "declined", "gaveUp", "failed", "unsure"};

    private EdgeNames() {}

    static String of(Edge edge) {
        return ALL[edge.ordinal()];
    }
}
