package io.openteller.procedures.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.expressions.Expressions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The expressions of one definition, with the types of its variables. */
class Reading {

    private record Asked(String expression, @Nullable CelType it) {}

    private final Expressions expressions;
    private final Types types;
    private final Definition definition;
    private final Map<String, CelCompiler> compilers = new HashMap<>();
    private final Map<Asked, Read> known = new HashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    Reading(Expressions expressions, Types types, Definition definition) {
        this.expressions = expressions;
        this.types = types;
        this.definition = definition;
    }

    /** What an expression is. */
    sealed interface Read {
        record Typed(CelAbstractSyntaxTree ast) implements Read {
            CelType type() {
                return ast.getResultType();
            }
        }

        record Bad(Finding.Rule rule, String why) implements Read {}
    }

    Read read(String expression) {
        return read(expression, null);
    }

    /** @param it what {@code it} is; null where there is none */
    Read read(String expression, @Nullable CelType it) {
        Asked asked = new Asked(expression, it);
        Read read = known.get(asked);
        if (read == null) {
            read = compile(asked);
            known.put(asked, read);
        }
        return read;
    }

    /** The variables that an expression reads, as far as it can be read at all; {@code it}, {@code now} and such left out. */
    Set<String> variables(String expression) {
        Set<String> names = new TreeSet<>(names(expression));
        names.removeAll(Expressions.RESERVED);
        return names;
    }

    /** As {@link #variables}, and {@code now} and such too. */
    Set<String> names(String expression) {
        return names.computeIfAbsent(expression, expressions::reads);
    }

    private Read compile(Asked asked) {
        CelValidationResult result = compiler(asked.it()).compile(asked.expression());
        try {
            return result.hasError() ? bad(result) : new Read.Typed(result.getAst());
        } catch (CelValidationException broken) {
            return new Read.Bad(Finding.Rule.BAD_EXPRESSION, String.valueOf(broken.getMessage()));
        }
    }

    private static Read bad(CelValidationResult result) {
        String message = result.getErrors().stream().findFirst().map(CelIssue::getMessage).orElse("cannot be read");
        boolean types = message.startsWith("found no matching overload") || message.contains("expected type");
        return new Read.Bad(types ? Finding.Rule.TYPE_MISMATCH : Finding.Rule.BAD_EXPRESSION, message
                .replace(" (in container '')", "")
                .replaceFirst(" \\(candidates: .*", "")
                .replaceFirst("^undeclared reference to '(.*)'$", "there is no variable or function '$1'")
                .replaceFirst("^undefined field '(.*)'$", "there is no field '$1'")
                .replaceFirst("^found no matching overload for '(.*)' applied to '\\((.*)\\)'", "'$1' does not work with ($2)"));
    }

    private CelCompiler compiler(@Nullable CelType it) {
        return compilers.computeIfAbsent(it == null ? "" : Types.words(it) + it.name(), key -> {
            CelCompilerBuilder builder = expressions.compiler().setTypeProvider(types.provider());
            definition.inputs().forEach((name, type) -> builder.addVar(name, types.of(type).orElse(SimpleType.DYN)));
            definition.variables().forEach((name, type) -> builder.addVar(name, types.of(type).orElse(SimpleType.DYN)));
            builder.addVar("customer", types.customer())
                    .addVar("now", SimpleType.TIMESTAMP)
                    .addVar("today", SimpleType.STRING)
                    .addVar("lastMessage", SimpleType.STRING)
                    .addVar("receipt", SimpleType.STRING);
            if (it != null) {
                builder.addVar("it", it);
            }
            return builder.build();
        });
    }
}
