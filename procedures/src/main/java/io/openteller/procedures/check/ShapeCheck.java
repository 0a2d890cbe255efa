package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Edges;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import java.util.Set;

/** Whether every way leads to a node, every node can be come to and left, and nothing that can happen is left open. */
class ShapeCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        if (subject.node(subject.definition().start()) == null) {
            findings.add(Rule.UNKNOWN_NODE, null, "The procedure starts at '" + subject.definition().start() + "', which is no node.");
            return;
        }
        subject.definition().nodes().forEach((id, node) -> {
            for (Edges.Way way : Edges.of(node)) {
                if (subject.node(way.to()) == null) {
                    findings.add(Rule.UNKNOWN_NODE, id, "'" + way.name() + "' leads to '" + way.to() + "', which is no node.");
                }
            }
            if (!subject.graph().reachable().contains(id)) {
                findings.add(Rule.UNREACHABLE, id, "No way from the start leads here; connect it or take it away.");
            }
        });
        Set<String> ending = subject.graph().leadingTo(id -> {
            Node node = subject.node(id);
            return node instanceof Node.End || node instanceof Node.Handoff;
        });
        subject.each((id, node) -> {
            if (!ending.contains(id)) {
                findings.add(Rule.DEAD_END, id, "From here no way leads to an end or to a person.");
            }
            edges(id, node, findings);
            agreed(subject, id, node, findings);
        });
    }

    private static void edges(String id, Node node, Findings findings) {
        for (Edge edge : Exits.required(node)) {
            if (!node.on().containsKey(edge)) {
                findings.add(Rule.EDGE_MISSING, id, "It does not say where to go on when " + words(edge) + ": add an edge '"
                        + Edges.name(edge) + "'.");
            }
        }
        for (Edge edge : node.on().keySet()) {
            if (!Exits.allowed(node).contains(edge)) {
                findings.add(Rule.BAD_DEFINITION, id, "The edge '" + Edges.name(edge) + "' can never be taken here; take it away.");
            }
        }
    }

    private static void agreed(Subject subject, String id, Node node, Findings findings) {
        String operation = switch (node) {
            case Node.Confirm confirm -> confirm.operation();
            case Node.Approve approve -> approve.operation();
            default -> null;
        };
        if (operation != null && !(subject.node(operation) instanceof Node.Operate)) {
            findings.add(Rule.UNKNOWN_NODE, id, "It asks for agreement to '" + operation + "', which is no operation node.");
        }
    }

    private static String words(Edge edge) {
        return switch (edge) {
            case TIMEOUT -> "nothing comes in time";
            case ERROR -> "the system that is asked fails";
            case REFUSED -> "the bank says no";
            case DECLINED -> "the answer is no";
            case GAVE_UP -> "no attempt gives a usable answer";
            case FAILED -> "the customer does not prove who they are";
            case UNSURE -> "what was said fits no label";
        };
    }
}
