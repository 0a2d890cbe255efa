package io.openteller.procedures.check;

import io.openteller.procedures.check.Graph.Way;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * What holds when a node is entered, whichever way led there: facts go along the ways from the start and are joined where
 * ways meet, until nothing changes. Facts must only get weaker by joining, and there must be finitely many, or it would not end.
 */
class Flow<F> {

    private final Graph graph;
    private final Transfer<F> transfer;
    private final BinaryOperator<F> join;

    Flow(Graph graph, Transfer<F> transfer, BinaryOperator<F> join) {
        this.graph = graph;
        this.transfer = transfer;
        this.join = join;
    }

    /** What going a way makes of what held at its beginning. */
    interface Transfer<F> {
        F along(Way way, F before);
    }

    /** By node, for every node that can be reached. */
    Map<String, F> from(F atStart) {
        Map<String, F> at = new LinkedHashMap<>();
        if (!graph.ids().contains(graph.start())) {
            return at;
        }
        at.put(graph.start(), atStart);
        Deque<String> open = new ArrayDeque<>(List.of(graph.start()));
        while (!open.isEmpty()) {
            String id = open.poll();
            for (Way way : graph.out(id)) {
                F after = transfer.along(way, java.util.Objects.requireNonNull(at.get(id)));
                F known = at.get(way.to());
                F joined = known == null ? after : join.apply(known, after);
                if (!joined.equals(known)) {
                    at.put(way.to(), joined);
                    open.add(way.to());
                }
            }
        }
        return at;
    }
}
