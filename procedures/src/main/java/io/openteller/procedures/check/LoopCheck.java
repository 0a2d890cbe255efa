package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.check.Graph.Way;
import io.openteller.procedures.definition.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether every loop has a bound.
 *
 * <p>Two bounds together make it one. Every loop must go some way that waits for somebody outside: see {@link Turns#pauses}. So
 * between two waits no node is come to twice, and there are at most as many steps as there are nodes. And the machine counts how
 * often each node was come to and hands over to a person when that is too often, so that there are at most as many waits as
 * nodes times that number. Without the first rule a run could spin through the bank's systems without anybody having a say;
 * without the second a customer could be asked for ever.
 */
class LoopCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Map<String, List<String>> quick = new LinkedHashMap<>();
        subject.each((id, node) -> quick.put(id, subject.graph().out(id).stream()
                .filter(way -> !Turns.pauses(node, way))
                .map(Way::to)
                .toList()));
        Set<String> told = new HashSet<>();
        for (String id : quick.keySet()) {
            List<String> loop = told.contains(id) ? List.of() : loop(quick, id);
            if (!loop.isEmpty()) {
                told.addAll(loop);
                findings.add(Rule.LOOP_WITHOUT_BOUND, id, "The loop " + String.join(" → ", loop) + " → " + id
                        + " can go round without waiting for anybody; put a question or a wait into it.");
            }
        }
        subject.each(Node.Subflow.class, (id, subflow) -> {
            List<String> back = subject.known().wayBack(subject.definition().id(), subflow.procedure());
            if (!back.isEmpty()) {
                findings.add(Rule.LOOP_WITHOUT_BOUND, id, "It calls " + String.join(", which calls ", back)
                        + ": procedures may not call themselves.");
            }
        });
    }

    /** The shortest loop through a node; empty if there is none. */
    private static List<String> loop(Map<String, List<String>> out, String through) {
        Map<String, String> before = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(through));
        while (!open.isEmpty()) {
            String id = open.poll();
            for (String to : out.getOrDefault(id, List.of())) {
                if (to.equals(through)) {
                    return path(before, id);
                }
                if (before.putIfAbsent(to, id) == null) {
                    open.add(to);
                }
            }
        }
        return List.of();
    }

    private static List<String> path(Map<String, String> before, String to) {
        java.util.LinkedList<String> path = new java.util.LinkedList<>();
        for (String id = to; id != null; id = before.get(id)) {
            path.addFirst(id);
        }
        return List.copyOf(path);
    }
}
