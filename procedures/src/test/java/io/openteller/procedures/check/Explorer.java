package io.openteller.procedures.check;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The slow and simple way: walks every way that a run of a small procedure could go and writes down how it stood at each node.
 * Shares nothing with the checker.
 */
class Explorer {

    /** How a run stands when a node is entered. */
    record Standing(String node, Assurance level, Set<String> assigned, Set<String> agreed) {}

    private record Hop(String to, boolean planned, int turns, boolean waits) {}

    private final Definition definition;
    final Set<Standing> standings = new HashSet<>();

    Explorer(Definition definition) {
        this.definition = definition;
        walk(new Standing(definition.start(), Assurance.ANONYMOUS, Set.of(), Set.of()));
    }

    private Node node(String id) {
        return java.util.Objects.requireNonNull(definition.nodes().get(id));
    }

    private void walk(Standing at) {
        if (!standings.add(at)) {
            return;
        }
        for (Hop hop : hops(at.node())) {
            Assurance level = at.level();
            Set<String> assigned = new TreeSet<>(at.assigned());
            Set<String> agreed = new TreeSet<>(at.agreed());
            Node node = node(at.node());
            String changed = null;
            if (hop.planned() && node instanceof Node.Verify verify && verify.level().ordinal() > level.ordinal()) {
                level = verify.level();
            } else if (hop.planned() && node instanceof Node.Ask ask) {
                changed = ask.into();
            } else if (node instanceof Node.Say say && !say.set().isEmpty()) {
                changed = say.set().keySet().iterator().next();
            } else if (node instanceof Node.Confirm confirm) {
                if (hop.planned()) {
                    agreed.add(confirm.operation());
                } else {
                    agreed.remove(confirm.operation());
                }
            } else if (node instanceof Node.Operate) {
                agreed.remove(at.node());
            }
            if (changed != null) {
                String variable = changed;
                assigned.add(variable);
                agreed.removeIf(operation -> reads(operation).contains(variable));
            }
            walk(new Standing(hop.to(), level, assigned, agreed));
        }
    }

    Set<String> reached() {
        Set<String> reached = new TreeSet<>();
        standings.forEach(at -> reached.add(at.node()));
        return reached;
    }

    /** Variables that a node reads. */
    Set<String> reads(String id) {
        String text = switch (definition.nodes().get(id)) {
            case Node.Say say when say.text() != null -> String.valueOf(say.text().byLanguage().get("en"));
            case Node.Operate operate -> operate.with().toString();
            case null, default -> "";
        };
        Set<String> read = new TreeSet<>();
        RandomGraphs.VARIABLES.stream().filter(text::contains).forEach(read::add);
        return read;
    }

    private List<Hop> hops(String id) {
        List<Hop> hops = new ArrayList<>();
        switch (node(id)) {
            case Node.Say say -> hops.add(new Hop(say.next(), true, 0, false));
            case Node.Ask ask -> {
                hops.add(new Hop(ask.next(), true, 1, true));
                hops.add(new Hop(edge(ask, Edge.GAVE_UP), false, ask.attempts(), true));
            }
            case Node.Verify verify -> {
                hops.add(new Hop(verify.next(), true, 1, false));
                hops.add(new Hop(edge(verify, Edge.FAILED), false, verify.methods().size(), true));
                hops.add(new Hop(edge(verify, Edge.TIMEOUT), false, 1, true));
            }
            case Node.Operate operate -> {
                hops.add(new Hop(operate.next(), true, 0, false));
                operate.on().values().forEach(to -> hops.add(new Hop(to, false, 0, false)));
            }
            case Node.Confirm confirm -> {
                hops.add(new Hop(confirm.next(), true, 1, true));
                hops.add(new Hop(edge(confirm, Edge.DECLINED), false, 1, true));
            }
            case Node.Decide decide -> {
                hops.add(new Hop(decide.otherwise(), true, 0, false));
                decide.cases().forEach(one -> hops.add(new Hop(one.next(), true, 0, false)));
            }
            default -> {}
        }
        return hops;
    }

    private static String edge(Node node, Edge edge) {
        return java.util.Objects.requireNonNull(node.on().get(edge));
    }

    boolean isOver(String id) {
        return node(id) instanceof Node.End || node(id) instanceof Node.Handoff;
    }

    /** By trying every path without a repeated node. */
    boolean comesToAnEnd(String from, Set<String> passed) {
        Set<String> more = with(passed, from);
        return isOver(from) || hops(from).stream().anyMatch(hop -> !passed.contains(hop.to()) && comesToAnEnd(hop.to(), more));
    }

    int turnsToPerson(String from, Set<String> passed) {
        if (node(from) instanceof Node.Handoff) {
            return 0;
        }
        Set<String> more = with(passed, from);
        return hops(from).stream()
                .filter(hop -> !more.contains(hop.to()))
                .mapToInt(hop -> Math.min(hop.turns() + turnsToPerson(hop.to(), more), 1000))
                .min()
                .orElse(1000);
    }

    boolean comesToATurn(String from, Set<String> passed) {
        boolean turn = node(from) instanceof Node.Ask || node(from) instanceof Node.Verify || node(from) instanceof Node.Confirm;
        Set<String> more = with(passed, from);
        return turn || hops(from).stream().anyMatch(hop -> !more.contains(hop.to()) && comesToATurn(hop.to(), more));
    }

    /** Whether one can go round and come back to the first node of a path without waiting. */
    boolean spins(String first, String at, Set<String> passed) {
        Set<String> more = with(passed, at);
        return hops(at).stream()
                .filter(hop -> !hop.waits())
                .anyMatch(hop -> hop.to().equals(first) || !more.contains(hop.to()) && spins(first, hop.to(), more));
    }

    private static Set<String> with(Set<String> some, String one) {
        Set<String> more = new TreeSet<>(some);
        more.add(one);
        return more;
    }

    /** For each node, what is true of it every time it is entered. */
    Map<String, Boolean> always(java.util.function.Predicate<Standing> holds) {
        Map<String, Boolean> always = new TreeMap<>();
        standings.forEach(at -> always.merge(at.node(), holds.test(at), Boolean::logicalAnd));
        return always;
    }
}
