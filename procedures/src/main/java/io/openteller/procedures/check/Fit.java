package io.openteller.procedures.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether what an expression gives can be kept in a variable, or handed to an operation. Empty when it can, else why not. */
class Fit {

    private final Subject subject;
    private final Constants constants;

    Fit(Subject subject) {
        this.subject = subject;
        this.constants = new Constants(subject);
    }

    Optional<String> into(VariableType variable, CelAbstractSyntaxTree ast) {
        CelType given = ast.getResultType();
        return switch (variable) {
            case VariableType.Plain(Kind kind) -> switch (kind) {
                case TEXT -> same(SimpleType.STRING, given);
                case INTEGER -> same(SimpleType.INT, given);
                case BOOLEAN -> same(SimpleType.BOOL, given);
                case DATE, TIME -> form(kind, ast);
                case MONEY -> money(ast);
            };
            case VariableType.Reference reference -> named(variable, given);
            case VariableType.Result result -> named(variable, given);
            case VariableType.Item item -> named(variable, given);
        };
    }

    private Optional<String> named(VariableType wanted, CelType given) {
        return subject.types().of(wanted).map(type -> same(type, given)).orElse(Optional.empty());
    }

    /** @param schema of the operation's argument */
    Optional<String> argument(JsonNode schema, CelAbstractSyntaxTree ast) {
        CelType given = ast.getResultType();
        if (schema.has("x-reference")) {
            return named(new VariableType.Reference(schema.path("x-reference").asText()), given);
        }
        if (schema.path("x-money").asBoolean()) {
            return money(ast);
        }
        return switch (schema.path("type").asText()) {
            case "string" -> text(schema, ast);
            case "integer" -> same(SimpleType.INT, given);
            case "number" -> given.kind() == CelKind.INT ? Optional.empty() : same(SimpleType.DOUBLE, given);
            case "boolean" -> same(SimpleType.BOOL, given);
            case "array" -> given.kind() == CelKind.LIST ? Optional.empty() : but("a list", given);
            default -> given.kind() == CelKind.MAP || given.kind() == CelKind.STRUCT ? Optional.empty() : but("a group of fields", given);
        };
    }

    private Optional<String> text(JsonNode schema, CelAbstractSyntaxTree ast) {
        String format = schema.path("format").asText();
        if (format.equals("date") || format.equals("date-time")) {
            return form(format.equals("date") ? Kind.DATE : Kind.TIME, ast);
        }
        Optional<String> other = same(SimpleType.STRING, ast.getResultType());
        if (other.isPresent()) {
            return other;
        }
        Set<String> values = Origin.of(subject, constants, ast).values();
        if (schema.has("enum")) {
            Set<String> allowed = schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
            if (values == null) {
                return Optional.of("must be one of " + Subject.list(allowed) + ", and this could be any text");
            }
            Set<String> wrong = new TreeSet<>(values);
            wrong.removeAll(allowed);
            return wrong.isEmpty() ? Optional.empty()
                    : Optional.of("must be one of " + Subject.list(allowed) + ", and this can be " + Subject.list(wrong));
        }
        if (schema.has("pattern") && values != null
                && !values.stream().allMatch(Pattern.compile(schema.path("pattern").asText()).asPredicate())) {
            return Optional.of("must be of the form " + schema.path("pattern").asText());
        }
        return Optional.empty();
    }

    private Optional<String> form(Kind kind, CelAbstractSyntaxTree ast) {
        CelType given = ast.getResultType();
        boolean fits = kind == Kind.TIME && given.kind() == CelKind.TIMESTAMP
                || given.kind() == CelKind.STRING && Origin.of(subject, constants, ast).form() == kind;
        return fits ? Optional.empty() : but(kind == Kind.DATE ? "a date" : "a time", given);
    }

    private Optional<String> money(CelAbstractSyntaxTree ast) {
        boolean made = ast.getResultType().kind() == CelKind.MAP && isMade(ast.getExpr());
        return made ? Optional.empty() : same(subject.types().money(), ast.getResultType());
    }

    private static boolean isMade(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && (expr.call().function().equals("money")
                        || expr.call().function().equals("_?_:_")
                                && isMade(expr.call().args().get(1))
                                && isMade(expr.call().args().get(2)));
    }

    private static Optional<String> same(CelType wanted, CelType given) {
        return wanted.kind() == given.kind() && wanted.name().equals(given.name()) ? Optional.empty() : but(Types.words(wanted), given);
    }

    private static Optional<String> but(String wanted, CelType given) {
        return Optional.of("must be " + wanted + ", and this is " + Types.words(given));
    }
}
