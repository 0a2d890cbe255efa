package io.openteller.procedures.check;

import io.openteller.operations.OperationSpec;
import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Risk;
import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.check.Graph.Way;
import io.openteller.procedures.definition.Node;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether money moves, and what cannot be undone happens, only after a yes to exactly that: on every path the operation must be
 * entered with an agreement that was given to this node and is still good. A yes is good for one time, and lapses when a
 * variable changes that an argument is made of.
 */
class AgreementCheck implements Check {

    private static final Set<String> RESTLESS = Set.of("now", "today", "lastMessage", "customer");

    @Override
    public void look(Subject subject, Findings findings) {
        Map<String, Set<String>> confirmed = agreed(subject, node -> node instanceof Node.Confirm c ? c.operation() : null);
        Map<String, Set<String>> approved = agreed(subject, node -> node instanceof Node.Approve a ? a.operation() : null);
        subject.each(Node.Operate.class, (id, operate) -> subject.operation(operate).ifPresent(spec -> {
            boolean grave = spec.risk().compareTo(Risk.MONEY) >= 0;
            if (grave || spec.confirmation() == Confirmation.CUSTOMER) {
                if (!confirmed.getOrDefault(id, Set.of()).contains(id)) {
                    findings.add(Rule.CONFIRMATION_MISSING, id, unconfirmed(subject, id, operate, spec));
                }
                Set<String> restless = new TreeSet<>(RESTLESS);
                restless.retainAll(names(subject, operate));
                if (!restless.isEmpty()) {
                    findings.add(Rule.CONFIRMATION_MISSING, id, "Its arguments read " + Subject.list(restless)
                            + ", which may be another after the yes: keep it in a variable before asking.");
                }
            }
            if (spec.approval().when() == Approval.When.ALWAYS && !approved.getOrDefault(id, Set.of()).contains(id)) {
                findings.add(Rule.CONFIRMATION_MISSING, id, spec.name()
                        + " needs a colleague's agreement to these arguments on every path to here: put an approve before it.");
            }
            if (grave) {
                catalogue(id, spec, findings);
            }
            if (operate.compensate() && spec.compensation() == null) {
                findings.add(Rule.CANNOT_BE_TAKEN_BACK, id, spec.name() + (spec.hasEffect()
                        ? " cannot be taken back by the catalogue: take 'compensate' away, and do it when nothing after it can fail."
                        : " changes nothing that could be taken back: take 'compensate' away."));
            }
        }));
    }

    private static void catalogue(String id, OperationSpec spec, Findings findings) {
        if (spec.limits().isEmpty()) {
            findings.add(Rule.LIMIT_MISSING, id, spec.name() + " has no limit in the catalogue; without one it cannot be used here.");
        }
        if (!spec.idempotent()) {
            findings.add(Rule.NOT_IDEMPOTENT, id, spec.name()
                    + " cannot be repeated safely by the catalogue, so a call that breaks off could be done twice.");
        }
    }

    private static String unconfirmed(Subject subject, String id, Node.Operate operate, OperationSpec spec) {
        boolean asked = subject.definition().nodes().values().stream()
                .anyMatch(node -> node instanceof Node.Confirm confirm && confirm.operation().equals(id));
        Set<String> read = new TreeSet<>(names(subject, operate));
        read.removeAll(RESTLESS);
        return asked
                ? "On some path to here the customer has not said yes to this, or " + (read.isEmpty() ? "it is done a second time"
                        : Subject.list(read) + " may have changed since") + ": confirm it right before."
                : spec.name() + " needs the customer's yes: put a confirm of '" + id + "' before it.";
    }

    /** By node: the operation nodes that are agreed to when it is entered, whichever way led there. */
    private static Map<String, Set<String>> agreed(Subject subject, Function<Node, @Nullable String> asks) {
        Map<String, Set<String>> arguments = subject.definition().nodes().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Node.Operate)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> names(subject, (Node.Operate) entry.getValue())));
        Flow.Transfer<Set<String>> along = (way, before) -> {
            Set<String> after = new HashSet<>(before);
            Node node = java.util.Objects.requireNonNull(subject.node(way.from()));
            String asked = asks.apply(node);
            if (asked != null && way.edge() == null) {
                after.add(asked);
            } else if (asked != null) {
                after.remove(asked);
            }
            after.remove(way.from());
            Set<String> changed = changed(node, way);
            after.removeIf(operation -> !java.util.Collections.disjoint(arguments.getOrDefault(operation, Set.of()), changed));
            return after;
        };
        return new Flow<>(subject.graph(), along, (one, other) -> {
                    Set<String> both = new HashSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .from(Set.of());
    }

    private static Set<String> changed(Node node, Way way) {
        boolean may = way.edge() == null || node instanceof Node.Subflow;
        return may ? Assigns.of(node) : Set.of();
    }

    private static Set<String> names(Subject subject, Node.Operate operate) {
        return operate.with().values().stream()
                .flatMap(expression -> subject.reading().names(expression).stream())
                .collect(Collectors.toSet());
    }
}
