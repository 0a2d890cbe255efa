package io.openteller.procedures.check;

import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Variables that hold, or are made of, results that are not for the customer's eyes. */
class Secrets {

    private final Set<String> variables;
    private final Function<String, Set<String>> reads;

    private Secrets(Set<String> variables, Function<String, Set<String>> reads) {
        this.variables = variables;
        this.reads = reads;
    }

    /** @param reads the variables that an expression reads */
    static Secrets in(Definition definition, Catalogue catalogue, Known known, Function<String, Set<String>> reads) {
        return in(definition, catalogue, known, reads, new HashSet<>());
    }

    private static Secrets in(
            Definition definition, Catalogue catalogue, Known known, Function<String, Set<String>> reads, Set<String> open) {
        Set<String> secret = new TreeSet<>();
        VariableCheck.all(definition).forEach((name, type) -> {
            boolean internal = switch (type) {
                case VariableType.Result result -> isInternal(catalogue, result.operation());
                case VariableType.Item item -> isInternal(catalogue, item.operation());
                default -> false;
            };
            if (internal) {
                secret.add(name);
            }
        });
        Secrets secrets = new Secrets(secret, reads);
        open.add(definition.id());
        definition.nodes().values().forEach(node -> {
            if (node instanceof Node.Subflow subflow && !open.contains(subflow.procedure())) {
                known.find(subflow.procedure()).ifPresent(called -> {
                    Set<String> theirs = in(called, catalogue, known, reads, open).variables;
                    subflow.into().forEach((ours, from) -> {
                        if (theirs.contains(from)) {
                            secret.add(ours);
                        }
                    });
                });
            }
        });
        open.remove(definition.id());
        boolean more = true;
        while (more) {
            more = definition.nodes().values().stream().map(secrets::spread).reduce(false, Boolean::logicalOr);
        }
        return secrets;
    }

    private static boolean isInternal(Catalogue catalogue, OperationName operation) {
        return catalogue.find(operation.toString()).map(spec -> spec.audience() != Audience.CUSTOMER).orElse(false);
    }

    private boolean spread(Node node) {
        return switch (node) {
            case Node.Ask ask -> ask.answer().from() != null && isSecret(ask.answer().from()) && variables.add(ask.into());
            case Node.Say say -> say.set().entrySet().stream()
                    .filter(entry -> isSecret(entry.getValue()))
                    .map(entry -> variables.add(entry.getKey()))
                    .reduce(false, Boolean::logicalOr);
            default -> false;
        };
    }

    private boolean isSecret(String expression) {
        return !java.util.Collections.disjoint(reads.apply(expression), variables);
    }

    /** The secret variables that are read there; an entry of a list is as secret as the list. */
    Set<String> read(Node node, Use use) {
        Set<String> read = new TreeSet<>(reads.apply(use.expression()));
        if (use.purpose().isOfEntry() && node instanceof Node.Ask ask && ask.answer().from() != null) {
            read.addAll(reads.apply(ask.answer().from()));
        }
        read.retainAll(variables);
        return read;
    }
}
