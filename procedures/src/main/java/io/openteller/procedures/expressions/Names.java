package io.openteller.procedures.expressions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** The names that an expression reads and does not bind itself. */
final class Names {

    private Names() {}

    static Set<String> in(CelAbstractSyntaxTree ast) {
        Set<String> free = new TreeSet<>();
        collect(ast.getExpr(), Set.of(), free);
        return free;
    }

    private static void collect(CelExpr expr, Set<String> bound, Set<String> free) {
        switch (expr.getKind()) {
            case IDENT -> {
                if (!bound.contains(expr.ident().name())) {
                    free.add(expr.ident().name());
                }
            }
            case SELECT -> collect(expr.select().operand(), bound, free);
            case CALL -> {
                expr.call().target().ifPresent(target -> collect(target, bound, free));
                expr.call().args().forEach(arg -> collect(arg, bound, free));
            }
            case LIST -> expr.list().elements().forEach(element -> collect(element, bound, free));
            case MAP -> expr.map().entries().forEach(entry -> {
                collect(entry.key(), bound, free);
                collect(entry.value(), bound, free);
            });
            case STRUCT -> expr.struct().entries().forEach(entry -> collect(entry.value(), bound, free));
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expr.comprehension();
                Set<String> inner = new HashSet<>(bound);
                inner.add(loop.iterVar());
                inner.add(loop.iterVar2());
                inner.add(loop.accuVar());
                collect(loop.iterRange(), bound, free);
                collect(loop.accuInit(), bound, free);
                collect(loop.loopCondition(), inner, free);
                collect(loop.loopStep(), inner, free);
                collect(loop.result(), inner, free);
            }
            case CONSTANT, NOT_SET -> {}
        }
    }
}
