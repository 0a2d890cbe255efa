package io.openteller.procedures.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.openteller.operations.OperationSpec;
import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.check.Reading.Read;
import io.openteller.procedures.definition.Node;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether expressions can be read, know the fields they read, and give what is needed where they stand. */
class ExpressionCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Fit fit = new Fit(subject);
        subject.each((id, node) -> {
            for (Use use : Use.of(node)) {
                switch (subject.read(node, use)) {
                    case Read.Bad(Rule rule, String why) ->
                        findings.add(rule, id, "'" + use.field() + "' has the expression " + use.expression() + ", and " + why + ".");
                    case Read.Typed(CelAbstractSyntaxTree ast) -> unfit(subject, fit, node, use, ast)
                            .ifPresent(why -> findings.add(Rule.TYPE_MISMATCH, id, "'" + use.field() + "' " + why + "."));
                    case null -> {}
                }
            }
            if (node instanceof Node.Operate operate) {
                subject.operation(operate).ifPresent(spec -> arguments(id, operate, spec, findings));
            }
            if (node instanceof Node.Ask ask) {
                new AnswerCheck(subject, findings).look(id, ask);
            }
        });
    }

    private static Optional<String> unfit(Subject subject, Fit fit, Node node, Use use, CelAbstractSyntaxTree ast) {
        CelType type = ast.getResultType();
        return switch (use.purpose()) {
            case CONDITION -> type.kind() == CelKind.BOOL ? Optional.empty()
                    : Optional.of("must be true or false, and this is " + Types.words(type));
            case CHOOSE_FROM -> type.kind() == CelKind.LIST ? Optional.empty()
                    : Optional.of("must be a list, and this is " + Types.words(type));
            case CLASSIFIED, NOTICE -> type.kind() == CelKind.STRING ? Optional.empty()
                    : Optional.of("must be text, and this is " + Types.words(type));
            case TOLD, TOLD_OF_ENTRY, TOLD_TO_STAFF -> isTellable(type) ? Optional.empty()
                    : Optional.of("puts " + Types.words(type) + " into a text, which nobody could read");
            case FACT -> Optional.empty();
            case SET, CHOSEN -> subject.variable(use.target()).flatMap(variable -> fit.into(variable, ast));
            case ARGUMENT -> subject.operation(node)
                    .map(spec -> spec.input().path("properties").path(use.target()))
                    .filter(schema -> !schema.isMissingNode())
                    .flatMap(schema -> fit.argument(schema, ast));
            case INPUT -> node instanceof Node.Subflow subflow
                    ? subject.known().find(subflow.procedure())
                            .map(called -> called.inputs().get(use.target()))
                            .flatMap(input -> fit.into(input, ast))
                    : Optional.empty();
        };
    }

    private static boolean isTellable(CelType type) {
        return switch (type.kind()) {
            case STRING, INT, UINT, DOUBLE, BOOL, TIMESTAMP, DYN -> true;
            case STRUCT -> type.name().equals(Types.MONEY);
            case MAP -> true;
            case LIST -> type.parameters().isEmpty() || isTellable(type.parameters().getFirst());
            default -> false;
        };
    }

    private static void arguments(String id, Node.Operate operate, OperationSpec spec, Findings findings) {
        JsonNode properties = spec.input().path("properties");
        for (String given : operate.with().keySet()) {
            if (!properties.has(given)) {
                findings.add(Rule.TYPE_MISMATCH, id, spec.name() + " takes no '" + given + "'; it takes "
                        + (properties.isEmpty() ? "nothing" : Subject.list(() -> properties.fieldNames())) + ".");
            }
        }
        Set<String> missing = new TreeSet<>();
        spec.input().path("required").forEach(required -> missing.add(required.asText()));
        missing.removeAll(operate.with().keySet());
        if (!missing.isEmpty()) {
            findings.add(Rule.TYPE_MISMATCH, id, spec.name() + " needs " + Subject.list(missing) + " under 'with'.");
        }
    }
}
