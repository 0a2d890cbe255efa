package io.openteller.procedures.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelListsExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import dev.cel.runtime.Program;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * CEL as procedures use it. Each expression is prepared once; safe for any thread.
 *
 * <p>Text, whole and decimal numbers, truth values, lists and maps are JSON's; times are text such as
 * 2026-11-21T09:30:00Z, which {@code timestamp()} reads, and {@code now} is a timestamp already.
 */
public final class Expressions {

    /** Names that are not variables of a procedure. */
    public static final Set<String> RESERVED = Set.of("customer", "now", "today", "lastMessage", "receipt", "it");

    static final CelOptions OPTIONS = CelOptions.current()
            .evaluateCanonicalTypesToNativeValues(true)
            .enableHeterogeneousNumericComparisons(true)
            .errorOnIntWrap(true)
            .maxExpressionCodePointSize(2_000)
            .maxParseRecursionDepth(40)
            .maxParseExpressionNodeCount(1_000)
            .comprehensionMaxIterations(5_000)
            .maxRegexProgramSize(2_000)
            .build();

    /** Drafts are saved as they are typed; what nobody asks for any more must not stay for ever. */
    private static final int KEPT = 20_000;

    private final ZoneId zone;
    private final Cel cel;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    /** @param zone in which the bank's days begin */
    public Expressions(ZoneId zone) {
        this.zone = zone;
        this.cel = CelFactory.standardCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(Functions.declared())
                .addCompilerLibraries(strings(), lists(), CelExtensions.math(OPTIONS))
                .addRuntimeLibraries(strings(), lists(), CelExtensions.math(OPTIONS))
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder().build())
                .setStandardFunctions(bounded())
                .addFunctionBindings(Functions.bound(zone))
                .build();
    }

    /** For checking types: the same language, without variables; add them with their types. */
    public CelCompilerBuilder compiler() {
        return cel.toCompilerBuilder();
    }

    /** Whether it can be evaluated at all, and what it reads. */
    public Compiled compile(String expression) {
        Compiled known = compiled.get(expression);
        if (known != null) {
            return known;
        }
        if (compiled.size() >= KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(expression, this::prepare);
    }

    /** What it reads, as {@link Compiled.Expression#names} has it, without the work of preparing it; none if it cannot be parsed. */
    public Set<String> reads(String expression) {
        try {
            CelValidationResult parsed = cel.parse(expression);
            return parsed.hasError() ? Set.of() : Names.in(parsed.getAst());
        } catch (CelValidationException | RuntimeException unreadable) {
            return Set.of();
        }
    }

    /** What it comes to; a field that is not there, an unfit type or too much work is a {@link Value.Fault}. */
    public Value evaluate(String expression, Scope scope) {
        return switch (compile(expression)) {
            case Compiled.Fault(String message) -> new Value.Fault(message);
            case Compiled.Expression ready -> evaluate(ready, scope);
        };
    }

    private Value evaluate(Compiled.Expression ready, Scope scope) {
        try {
            return new Value.Of(JsonValues.toJson(ready.program().eval(name -> variable(name, scope))));
        } catch (CelEvaluationException | JsonValues.Unwritable fault) {
            return new Value.Fault(message(fault));
        } catch (RuntimeException fault) {
            // The library promises its own exception, and throws others for some unfit arguments.
            return new Value.Fault(message(fault));
        }
    }

    private Optional<Object> variable(String name, Scope scope) {
        return switch (name) {
            case "now" -> Optional.of(scope.now());
            case "today" -> Optional.of(scope.now().atZone(zone).toLocalDate().toString());
            case "lastMessage" -> Optional.of(scope.lastMessage());
            case "receipt" -> Optional.of(scope.receipt());
            case "customer" ->
                Optional.of(Map.of("language", scope.language(), "assurance", scope.assurance().name()));
            case "it" -> Optional.ofNullable(scope.it()).map(JsonValues::toCel);
            default -> {
                JsonNode value = scope.variables().get(name);
                yield value == null ? Optional.empty() : Optional.of(JsonValues.toCel(value));
            }
        };
    }

    private Compiled prepare(String expression) {
        try {
            CelValidationResult parsed = cel.parse(expression);
            if (parsed.hasError()) {
                return new Compiled.Fault(firstLine(parsed.getErrorString()));
            }
            Set<String> names = Names.in(parsed.getAst());
            CelCompilerBuilder compiler = cel.toCompilerBuilder();
            names.forEach(name -> compiler.addVar(name, SimpleType.DYN));
            CelAbstractSyntaxTree ast = compiler.build().compile(expression).getAst();
            Program program = cel.createProgram(ast);
            return new Compiled.Expression(names, program);
        } catch (CelValidationException | CelEvaluationException | RuntimeException fault) {
            return new Compiled.Fault(message(fault));
        }
    }

    private static String message(Exception fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : firstLine(message);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse(message);
    }

    private static CelStandardFunctions bounded() {
        // Joining text and lists is the one way in which CEL's own functions make large values out of small ones.
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> function != StandardFunction.ADD
                        || !Set.of("ADD_STRING", "ADD_LIST", "ADD_BYTES").contains(overload.toString()))
                .build();
    }

    private static CelStringExtensions strings() {
        return CelExtensions.strings(
                CelStringExtensions.Function.LOWER_ASCII,
                CelStringExtensions.Function.UPPER_ASCII,
                CelStringExtensions.Function.TRIM,
                CelStringExtensions.Function.SUBSTRING,
                CelStringExtensions.Function.INDEX_OF,
                CelStringExtensions.Function.SPLIT);
    }

    private static CelListsExtensions lists() {
        return CelExtensions.lists(
                CelListsExtensions.Function.SLICE,
                CelListsExtensions.Function.DISTINCT,
                CelListsExtensions.Function.REVERSE,
                CelListsExtensions.Function.SORT);
    }
}
