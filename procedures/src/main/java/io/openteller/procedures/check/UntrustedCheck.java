package io.openteller.procedures.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import io.openteller.operations.OperationSpec;
import io.openteller.procedures.check.Finding.Rule;
import io.openteller.procedures.check.Reading.Read;
import io.openteller.procedures.definition.Node;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether text that strangers wrote, such as what a merchant calls itself, decides about nothing: it may be an argument only
 * where any text may stand. A variable that is made of such text is taken for it, wherever it was set.
 */
class UntrustedCheck implements Check {

    @Override
    public void look(Subject subject, Findings findings) {
        Set<String> tainted = new TreeSet<>();
        int before = -1;
        while (before < tainted.size()) {
            before = tainted.size();
            subject.definition().nodes().values().forEach(node -> Use.of(node).stream()
                    .filter(use -> use.purpose() == Use.Purpose.SET || use.purpose() == Use.Purpose.CHOSEN)
                    .filter(use -> stranger(subject, tainted, node, use).isPresent())
                    .forEach(use -> tainted.add(use.target())));
        }
        subject.each(Node.Operate.class, (id, operate) -> subject.operation(operate).ifPresent(spec -> {
            for (Use use : Use.of(operate)) {
                if (!isPlainText(spec, use.target())) {
                    stranger(subject, tainted, operate, use).ifPresent(what -> findings.add(Rule.TYPE_MISMATCH, id,
                            "'" + use.field() + "' depends on " + what + ", which strangers write; it may only be given where any text may stand."));
                }
            }
        }));
    }

    private static boolean isPlainText(OperationSpec spec, String argument) {
        JsonNode schema = spec.input().path("properties").path(argument);
        return schema.path("type").asText().equals("string")
                && !schema.has("enum") && !schema.has("format") && !schema.has("pattern") && !schema.has("x-reference");
    }

    private static Optional<String> stranger(Subject subject, Set<String> tainted, Node node, Use use) {
        Read read = subject.read(node, use);
        if (!(read instanceof Read.Typed(CelAbstractSyntaxTree ast))) {
            return Optional.empty();
        }
        Set<String> variables = new TreeSet<>(subject.reading().variables(use.expression()));
        variables.retainAll(tainted);
        Optional<String> field = CelNavigableAst.fromAst(ast).getRoot().allNodes()
                .map(one -> untrusted(subject, ast, one.expr()))
                .filter(java.util.Objects::nonNull)
                .findFirst();
        return field.or(() -> variables.stream().findFirst());
    }

    private static @Nullable String untrusted(Subject subject, CelAbstractSyntaxTree ast, CelExpr expr) {
        if (expr.getKind() != CelExpr.ExprKind.Kind.SELECT || expr.select().testOnly()) {
            return null;
        }
        boolean untrusted = ast.getType(expr.select().operand().id())
                .map(type -> subject.types().field(type, expr.select().field()).path("x-untrusted").asBoolean())
                .orElse(false);
        return untrusted ? expr.select().field() : null;
    }
}
