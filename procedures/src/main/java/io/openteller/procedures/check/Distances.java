package io.openteller.procedures.check;

import io.openteller.procedures.check.Graph.Way;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Fewest turns of the customer from a node to others, by {@link Turns}. Ways that cannot be taken are not gone. */
class Distances {

    private record Step(String node, int turns) {}

    private final Definition definition;
    private final Graph graph;
    private final Known known;

    Distances(Definition definition, Graph graph, Known known) {
        this.definition = definition;
        this.graph = graph;
        this.known = known;
    }

    /** To a handoff, of this procedure or of one that it calls on the way. */
    int toPerson(String from) {
        int fewest = Summary.NEVER;
        for (Map.Entry<String, Integer> reached : from(from).entrySet()) {
            int rest = switch (definition.nodes().get(reached.getKey())) {
                case Node.Handoff handoff -> 0;
                case Node.Subflow subflow -> known.summary(subflow.procedure()).turnsToPerson();
                case null, default -> Summary.NEVER;
            };
            fewest = Math.min(fewest, reached.getValue() + rest);
        }
        return Math.min(fewest, Summary.NEVER);
    }

    int to(Set<String> targets, String from) {
        return from(from).entrySet().stream()
                .filter(reached -> targets.contains(reached.getKey()))
                .mapToInt(Map.Entry::getValue)
                .min()
                .orElse(Summary.NEVER);
    }

    private Map<String, Integer> from(String start) {
        Map<String, Integer> turns = new HashMap<>();
        PriorityQueue<Step> open = new PriorityQueue<>(Comparator.comparingInt(Step::turns));
        open.add(new Step(start, 0));
        while (!open.isEmpty()) {
            Step step = open.poll();
            Node node = definition.nodes().get(step.node());
            if (node == null || turns.putIfAbsent(step.node(), step.turns()) != null) {
                continue;
            }
            for (Way way : graph.out(step.node())) {
                int more = turns(node, way);
                if (more < Summary.NEVER) {
                    open.add(new Step(way.to(), step.turns() + more));
                }
            }
        }
        return turns;
    }

    private int turns(Node node, Way way) {
        if (node instanceof Node.Subflow subflow) {
            boolean taken = way.edge() == null || way.is(Edge.DECLINED);
            return taken ? known.summary(subflow.procedure()).after(way.name()).turns() : Summary.NEVER;
        }
        boolean taken = way.edge() == null || Exits.required(node).contains(way.edge());
        return taken ? Turns.along(node, way) : Summary.NEVER;
    }
}
