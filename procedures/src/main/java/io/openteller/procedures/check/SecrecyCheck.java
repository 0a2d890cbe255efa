package io.openteller.procedures.check;

import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Node;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether what is only for the bank's eyes stays there. A variable that is made of an internal result is internal too, wherever
 * it was set: see {@link Secrets}. References may be shown: the confirm card says what the customer may know of them.
 */
class SecrecyCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Secrets secrets = Secrets.in(subject.definition(), subject.catalogue(), subject.known(), subject.reading()::variables);
        Set<String> confirmed = new TreeSet<>();
        subject.each(Node.Confirm.class, (id, confirm) -> confirmed.add(confirm.operation()));
        subject.each((id, node) -> {
            for (Use use : Use.of(node)) {
                boolean shown = use.purpose() == Use.Purpose.ARGUMENT && isShown(subject, confirmed, id, node, use);
                Set<String> secret = secrets.read(node, use);
                if (!secret.isEmpty() && (use.purpose().isTold() || shown)) {
                    findings.add(Rule.INTERNAL_TOLD, id, "'" + use.field() + "' lets the customer see " + Subject.list(secret)
                            + ", which is made of a result that only the bank may see.");
                }
            }
        });
    }

    private static boolean isShown(Subject subject, Set<String> confirmed, String id, Node node, Use use) {
        boolean reference = subject.read(node, use) instanceof Reading.Read.Typed typed && Types.isReference(typed.type());
        boolean sent = subject.operation(node).map(spec -> spec.name().domain().equals("notify")).orElse(false);
        return !reference && (confirmed.contains(id) || sent);
    }
}
