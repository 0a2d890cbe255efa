package io.openteller.procedures.machine;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Edges;
import io.openteller.procedures.definition.Node;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The colleague that a procedure would come to first from where it stands. */
final class Nearest {

    private Nearest() {}

    static Optional<Node.Handoff> person(Definition definition, String from) {
        Deque<String> next = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>(next);
        while (!next.isEmpty()) {
            Node node = definition.nodes().get(next.removeFirst());
            if (node instanceof Node.Handoff handoff) {
                return Optional.of(handoff);
            }
            if (node != null) {
                // Where it leads when things do not go as planned comes first: that is what is happening.
                Edges.of(node).stream()
                        .sorted(Comparator.comparing(way -> way.edge() == null))
                        .map(Edges.Way::to)
                        .filter(seen::add)
                        .forEach(next::addLast);
            }
        }
        return Optional.empty();
    }
}
