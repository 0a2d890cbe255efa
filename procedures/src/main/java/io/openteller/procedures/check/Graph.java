package io.openteller.procedures.check;

import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Edges;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The nodes and the ways between them. A way to a node that does not exist is left out: {@link ShapeCheck} says so. */
class Graph {

    /** @param name as {@link Edges.Way} has it; {@code edge} null for a planned way */
    record Way(String from, String name, String to, @Nullable Edge edge) {

        boolean is(Edge what) {
            return edge == what;
        }
    }

    private final Map<String, Node> nodes;
    private final String start;
    private final Map<String, List<Way>> out = new LinkedHashMap<>();
    private final Set<String> reachable;

    Graph(Definition definition) {
        nodes = definition.nodes();
        start = definition.start();
        nodes.forEach((id, node) -> out.put(id, Edges.of(node).stream()
                .filter(way -> nodes.containsKey(way.to()))
                .map(way -> new Way(id, way.name(), way.to(), way.edge()))
                .toList()));
        reachable = nodes.containsKey(start) ? from(start) : Set.of();
    }

    String start() {
        return start;
    }

    Set<String> ids() {
        return out.keySet();
    }

    List<Way> out(String id) {
        return out.getOrDefault(id, List.of());
    }

    /** From the start on; the start too. */
    Set<String> reachable() {
        return reachable;
    }

    /** Every node that can be come to from this one, itself included. */
    Set<String> from(String id) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                out(next).forEach(way -> open.push(way.to()));
            }
        }
        return seen;
    }

    /** Every node from which one that fits can be come to, those included. */
    Set<String> leadingTo(Predicate<String> fits) {
        Map<String, List<String>> before = new LinkedHashMap<>();
        out.values().forEach(ways -> ways.forEach(
                way -> before.computeIfAbsent(way.to(), to -> new ArrayList<>()).add(way.from())));
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(ids().stream().filter(fits).toList());
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(before.getOrDefault(next, List.of()));
            }
        }
        return seen;
    }
}
