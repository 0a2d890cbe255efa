package io.openteller.procedures.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.openteller.procedures.definition.VariableType.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a text besides that it is one, from where it comes.
 *
 * @param form DATE or TIME if it surely is written as one, else TEXT
 * @param values everything that it can be; null if that is not known
 */
record Origin(Kind form, @Nullable Set<String> values) {

    private static final Origin ANY = new Origin(Kind.TEXT, null);

    static Origin of(Subject subject, Constants constants, CelAbstractSyntaxTree ast) {
        return of(subject, constants, ast, ast.getExpr());
    }

    private static Origin of(Subject subject, Constants constants, CelAbstractSyntaxTree ast, CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT -> named(subject, constants, expr.ident().name());
            case SELECT -> field(subject.types().field(
                    ast.getType(expr.select().operand().id()).orElseThrow(), expr.select().field()));
            case CALL -> switch (expr.call().function()) {
                case "_?_:_" -> of(subject, constants, ast, expr.call().args().get(1))
                        .or(of(subject, constants, ast, expr.call().args().get(2)));
                case "day", "plusDays" -> new Origin(Kind.DATE, null);
                default -> ANY;
            };
            default -> ANY;
        };
    }

    private static Origin constant(CelConstant constant) {
        if (constant.getKind() != CelConstant.Kind.STRING_VALUE) {
            return ANY;
        }
        return new Origin(isDate(constant.stringValue()) ? Kind.DATE : Kind.TEXT, Set.of(constant.stringValue()));
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException other) {
            return false;
        }
    }

    private static Origin named(Subject subject, Constants constants, String name) {
        if (name.equals("today")) {
            return new Origin(Kind.DATE, null);
        }
        return subject.variable(name)
                .map(type -> new Origin(
                        type instanceof io.openteller.procedures.definition.VariableType.Plain(Kind kind) ? kind : Kind.TEXT,
                        constants.of(name)))
                .orElse(ANY);
    }

    private static Origin field(JsonNode schema) {
        if (schema.has("enum")) {
            return new Origin(Kind.TEXT, schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.toSet()));
        }
        return switch (schema.path("format").asText()) {
            case "date" -> new Origin(Kind.DATE, null);
            case "date-time" -> new Origin(Kind.TIME, null);
            default -> ANY;
        };
    }

    private Origin or(Origin other) {
        Set<String> either = values == null || other.values == null ? null : new HashSet<>(values);
        if (either != null && other.values != null) {
            either.addAll(other.values);
        }
        return new Origin(form == other.form ? form : Kind.TEXT, either);
    }
}
