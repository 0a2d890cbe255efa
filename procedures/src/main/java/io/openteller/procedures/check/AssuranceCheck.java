package io.openteller.procedures.check;

import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.procedures.check.Finding.Rule;
import java.util.Map;

/** Whether it is sure enough who the customer is before an operation is done, on every path to it: see {@link Assurances}. */
class AssuranceCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Map<String, Assurance> levels = Assurances.at(subject.definition(), subject.graph(), subject.known());
        subject.each((id, node) -> subject.operation(node).ifPresent(spec -> {
            Assurance level = levels.getOrDefault(id, Assurance.ANONYMOUS);
            if (level.compareTo(spec.assurance()) < 0) {
                findings.add(Rule.ASSURANCE_MISSING, id, spec.name() + " needs a customer who is " + words(spec.assurance())
                        + ", and on some path to here they are only " + words(level) + ": verify before.");
            }
        }));
    }

    private static String words(Assurance level) {
        return switch (level) {
            case ANONYMOUS -> "somebody (ANONYMOUS)";
            case IDENTIFIED -> "signed in (IDENTIFIED)";
            case STEPPED_UP -> "surely known (STEPPED_UP)";
        };
    }
}
