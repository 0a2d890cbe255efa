package io.openteller.procedures.definition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The order of nodes that does not depend on how they were written: deep first from the start, as planned before otherwise. */
class Walk {

    private Walk() {}

    static List<String> order(Definition definition) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(definition.start()));
        while (!open.isEmpty()) {
            String id = open.pop();
            Node node = definition.nodes().get(id);
            if (node != null && seen.add(id)) {
                Edges.of(node).reversed().forEach(edge -> open.push(edge.to()));
            }
        }
        seen.addAll(new TreeSet<>(definition.nodes().keySet()));
        return List.copyOf(seen);
    }
}
