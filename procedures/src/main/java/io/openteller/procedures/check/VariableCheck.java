package io.openteller.procedures.check;

import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import java.util.Map;
import java.util.Optional;

/** Whether variables are of types that there are, every node keeps what it gets in one of them, and operations exist. */
class VariableCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        subject.definition().inputs().forEach((name, type) -> type(subject, name, type, findings));
        subject.definition().variables().forEach((name, type) -> type(subject, name, type, findings));
        subject.each((id, node) -> {
            for (String variable : Assigns.of(node)) {
                if (subject.variable(variable).isEmpty()) {
                    findings.add(Rule.TYPE_MISMATCH, id, "It keeps something in '" + variable + "', which is not among the variables.");
                }
            }
            if (node instanceof Node.Operate operate) {
                operation(subject, id, operate, findings);
            }
            if (node instanceof Node.Notify) {
                notify(subject, id, (Node.Notify) node, findings);
            }
        });
    }

    private static void type(Subject subject, String name, VariableType type, Findings findings) {
        if (subject.types().of(type).isPresent()) {
            return;
        }
        Optional<OperationName> operation = switch (type) {
            case VariableType.Result result -> Optional.of(result.operation());
            case VariableType.Item item -> Optional.of(item.operation());
            default -> Optional.empty();
        };
        if (operation.isPresent() && subject.operation(operation.get()).isEmpty()) {
            findings.add(Rule.UNKNOWN_OPERATION, null, "Variable '" + name + "' is of the type of " + operation.get()
                    + ", which is not in the catalogue.");
        } else {
            findings.add(Rule.TYPE_MISMATCH, null, "Variable '" + name + "' is of the type " + type
                    + (type instanceof VariableType.Item ? ", but that operation gives no such list."
                            : ", and no operation gives such references."));
        }
    }

    private static void operation(Subject subject, String id, Node.Operate operate, Findings findings) {
        subject.operation(operate.operation()).ifPresentOrElse(
                spec -> {
                    if (spec.audience() == Audience.CORE) {
                        findings.add(Rule.UNKNOWN_OPERATION, id, spec.name() + " is for the platform's own checks alone.");
                    }
                    Optional<VariableType> kept = operate.into() == null ? Optional.empty() : subject.variable(operate.into());
                    kept.filter(type -> !type.equals(new VariableType.Result(spec.name())))
                            .ifPresent(type -> findings.add(Rule.TYPE_MISMATCH, id, "It keeps its result in '" + operate.into()
                                    + "', which is " + type + " and must be result:" + spec.name() + "."));
                },
                () -> findings.add(Rule.UNKNOWN_OPERATION, id, operate.operation() + " is not in the catalogue."));
    }

    private static void notify(Subject subject, String id, Node.Notify notify, Findings findings) {
        subject.operation(notify).ifPresent(spec -> {
            var templates = spec.input().path("properties").path("template").path("enum");
            if (templates.isArray() && templates.valueStream().noneMatch(one -> one.asText().equals(notify.template()))) {
                findings.add(Rule.TYPE_MISMATCH, id, "There is no template '" + notify.template() + "' for " + notify.channel()
                        + "; there are " + Subject.list(templates.valueStream().map(one -> one.asText()).toList()) + ".");
            }
        });
        if (subject.operation(notify).isEmpty()) {
            findings.add(Rule.UNKNOWN_OPERATION, id, "Nothing in the catalogue sends by " + notify.channel() + ".");
        }
    }

    /** For a procedure's inputs: what the other side says they are. */
    static Map<String, VariableType> all(io.openteller.procedures.definition.Definition definition) {
        Map<String, VariableType> all = new java.util.LinkedHashMap<>(definition.inputs());
        all.putAll(definition.variables());
        return all;
    }
}
