package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.Node.Edge;
import io.openteller.procedures.definition.VariableType;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the procedures that are called exist, get what they need, and give what is taken of them. */
class SubflowCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        subject.each(Node.Subflow.class, (id, subflow) -> subject.known().find(subflow.procedure()).ifPresentOrElse(
                called -> {
                    inputs(id, subflow, called, findings);
                    outputs(subject, id, subflow, called, findings);
                    Summary summary = subject.known().summary(subflow.procedure());
                    if (summary.stopped().happens() && !subflow.on().containsKey(Edge.DECLINED)) {
                        findings.add(Rule.EDGE_MISSING, id, "It does not say where to go on when the customer stops in '"
                                + subflow.procedure() + "': add an edge 'declined'.");
                    }
                },
                () -> findings.add(Rule.UNKNOWN_PROCEDURE, id, "There is no procedure '" + subflow.procedure() + "'.")));
    }

    private static void inputs(String id, Node.Subflow subflow, Definition called, Findings findings) {
        for (String given : subflow.with().keySet()) {
            if (!called.inputs().containsKey(given)) {
                findings.add(Rule.TYPE_MISMATCH, id, "'" + called.id() + "' has no input '" + given + "'.");
            }
        }
        Set<String> missing = new TreeSet<>(called.inputs().keySet());
        missing.removeAll(subflow.with().keySet());
        if (!missing.isEmpty()) {
            findings.add(Rule.NOT_ASSIGNED, id, "'" + called.id() + "' needs " + Subject.list(missing) + " under 'with'.");
        }
    }

    private static void outputs(Subject subject, String id, Node.Subflow subflow, Definition called, Findings findings) {
        Map<String, VariableType> theirs = VariableCheck.all(called);
        subflow.into().forEach((ours, from) -> {
            VariableType type = theirs.get(from);
            if (type == null) {
                findings.add(Rule.TYPE_MISMATCH, id, "'" + called.id() + "' has no variable '" + from + "'.");
            } else {
                subject.variable(ours).filter(kept -> !kept.equals(type)).ifPresent(kept -> findings.add(Rule.TYPE_MISMATCH, id,
                        "'" + from + "' of '" + called.id() + "' is " + type + ", but '" + ours + "', which keeps it, is " + kept + "."));
            }
        });
    }
}
