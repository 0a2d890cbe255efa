package io.openteller.procedures.check;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.check.Graph.Way;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import java.util.Map;

/**
 * How sure it is who the customer is when a node is entered, on every path there: the least of all paths. A run begins as
 * anonymous; leaving a verify as planned raises it, and so does a subflow that verifies on every path to its end.
 */
class Assurances {

    private Assurances() {}

    static Map<String, Assurance> at(Definition definition, Graph graph, Known known) {
        return new Flow<Assurance>(graph, (way, before) -> after(definition, known, way, before), Assurances::less)
                .from(Assurance.ANONYMOUS);
    }

    private static Assurance after(Definition definition, Known known, Way way, Assurance before) {
        return switch (definition.nodes().get(way.from())) {
            case Node.Verify verify when way.edge() == null -> more(before, verify.level());
            case Node.Subflow subflow -> more(before, known.summary(subflow.procedure()).after(way.name()).assurance());
            case null, default -> before;
        };
    }

    private static Assurance more(Assurance one, Assurance other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Assurance less(Assurance one, Assurance other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
