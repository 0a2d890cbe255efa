package io.openteller.procedures.expressions;

import dev.cel.runtime.Program;
import java.util.Set;

/** Whether a text is an expression. */
public sealed interface Compiled {

    /** @param names what it reads, variables and {@link Expressions#RESERVED} names alike */
    record Expression(Set<String> names, Program program) implements Compiled {
        public Expression {
            names = Set.copyOf(names);
        }
    }

    /** @param message for the people who wrote it */
    record Fault(String message) implements Compiled {}
}
