package io.openteller.procedures.check;

import io.openteller.procedures.check.Graph.Way;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Which variables have a value when a node is entered. */
class Assignments {

    private Assignments() {}

    /** On every path. */
    static Map<String, Set<String>> at(Definition definition, Graph graph, Known known, Set<String> given) {
        return flow(definition, graph, known, given, (one, other) -> {
            Set<String> both = new HashSet<>(one);
            both.retainAll(other);
            return both;
        });
    }

    /** On at least one path. */
    static Map<String, Set<String>> maybe(Definition definition, Graph graph, Known known, Set<String> given) {
        return flow(definition, graph, known, given, (one, other) -> {
            Set<String> either = new HashSet<>(one);
            either.addAll(other);
            return either;
        });
    }

    private static Map<String, Set<String>> flow(
            Definition definition, Graph graph, Known known, Set<String> given, BinaryOperator<Set<String>> join) {
        return new Flow<Set<String>>(
                        graph,
                        (way, before) -> {
                            Set<String> after = new HashSet<>(before);
                            after.addAll(along(definition, known, way));
                            return after;
                        },
                        join)
                .from(Set.copyOf(given));
    }

    private static Set<String> along(Definition definition, Known known, Way way) {
        Node node = definition.nodes().get(way.from());
        if (node instanceof Node.Subflow subflow) {
            Summary.Ending ending = known.summary(subflow.procedure()).after(way.name());
            return subflow.into().entrySet().stream()
                    .filter(entry -> ending.assigns(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
        }
        return node == null || way.edge() != null ? Set.of() : Assigns.of(node);
    }
}
