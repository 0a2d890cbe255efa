package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Node;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether every variable that is read has a value by then, on every path. The facts of a handoff are an exception: a person may
 * be come to from many places, and what is not known there is left out; but a fact that is never known is a mistake.
 */
class AssignmentCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Map<String, Set<String>> always = subject.assigned();
        Map<String, Set<String>> ever =
                Assignments.maybe(subject.definition(), subject.graph(), subject.known(), subject.definition().inputs().keySet());
        subject.each((id, node) -> {
            for (Use use : Use.of(node)) {
                boolean fact = use.purpose() == Use.Purpose.FACT;
                Set<String> missing = missing(subject, use.expression(), (fact ? ever : always).getOrDefault(id, Set.of()));
                if (!missing.isEmpty()) {
                    findings.add(Rule.NOT_ASSIGNED, id, "'" + use.field() + "' reads " + Subject.list(missing) + ", which has "
                            + (fact ? "no value on any path to here." : "no value on some path to here."));
                }
            }
            String agreed = switch (node) {
                case Node.Confirm confirm -> confirm.operation();
                case Node.Approve approve -> approve.operation();
                default -> "";
            };
            if (subject.node(agreed) instanceof Node.Operate operate) {
                shown(subject, id, agreed, operate, always.getOrDefault(id, Set.of()), findings);
            }
            if (node instanceof Node.Say say) {
                order(subject, id, say, findings);
            }
        });
    }

    private static void shown(
            Subject subject, String id, String agreed, Node.Operate operate, Set<String> assigned, Findings findings) {
        Set<String> missing = new TreeSet<>();
        operate.with().values().forEach(expression -> missing.addAll(missing(subject, expression, assigned)));
        if (!missing.isEmpty()) {
            findings.add(Rule.NOT_ASSIGNED, id, "It shows the arguments of '" + agreed + "', which read " + Subject.list(missing)
                    + ": that has no value on some path to here.");
        }
    }

    /** Fields of an object have no order that could be relied on. */
    private static void order(Subject subject, String id, Node.Say say, Findings findings) {
        say.set().forEach((variable, expression) -> {
            Set<String> others = new TreeSet<>(subject.reading().variables(expression));
            others.retainAll(say.set().keySet());
            others.remove(variable);
            if (!others.isEmpty()) {
                findings.add(Rule.NOT_ASSIGNED, id, "'set." + variable + "' reads " + Subject.list(others)
                        + ", which the same node sets, and which of them comes first is not said: use two nodes.");
            }
        });
    }

    private static Set<String> missing(Subject subject, String expression, Set<String> assigned) {
        Set<String> missing = new TreeSet<>(subject.reading().variables(expression));
        missing.removeAll(assigned);
        missing.removeIf(name -> subject.variable(name).isEmpty());
        return missing;
    }
}
