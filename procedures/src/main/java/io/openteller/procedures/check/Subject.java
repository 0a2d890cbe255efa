package io.openteller.procedures.check;

import com.google.common.collect.Iterables;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationName;
import io.openteller.operations.OperationSpec;
import io.openteller.procedures.check.Reading.Read;
import io.openteller.procedures.definition.Definition;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What is checked, and what is known about the world around it. */
record Subject(
        Definition definition, Graph graph, Types types, Reading reading, Catalogue catalogue, Set<String> languages, Known known) {

    @Nullable Node node(String id) {
        return definition.nodes().get(id);
    }

    /** Every node that can be come to. What cannot has one finding, which is enough. */
    void each(BiConsumer<String, Node> look) {
        definition.nodes().forEach((id, node) -> {
            if (graph.reachable().contains(id)) {
                look.accept(id, node);
            }
        });
    }

    <N extends Node> void each(Class<N> type, BiConsumer<String, N> look) {
        each((id, node) -> {
            if (type.isInstance(node)) {
                look.accept(id, type.cast(node));
            }
        });
    }

    Optional<VariableType> variable(String name) {
        VariableType input = definition.inputs().get(name);
        return Optional.ofNullable(input == null ? definition.variables().get(name) : input);
    }

    Optional<OperationSpec> operation(OperationName name) {
        return catalogue.find(name.toString());
    }

    /** The operation that a node does; empty for nodes that do none. */
    Optional<OperationSpec> operation(Node node) {
        return switch (node) {
            case Node.Operate operate -> operation(operate.operation());
            case Node.Notify notify -> catalogue.find("notify." + notify.channel().name().toLowerCase(Locale.ROOT) + "/v1");
            default -> Optional.empty();
        };
    }

    /** What {@code it} is at a node; empty if there is none, or its list cannot be read. */
    Optional<CelType> it(Node node) {
        String from = node instanceof Node.Ask ask ? ask.answer().from() : null;
        if (from == null || !(reading.read(from) instanceof Read.Typed typed) || typed.type().kind() != CelKind.LIST) {
            return Optional.empty();
        }
        return Optional.ofNullable(Iterables.getFirst(typed.type().parameters(), null));
    }

    /** Null if it reads {@code it} and there is none. */
    @Nullable Read read(Node node, Use use) {
        if (!use.purpose().isOfEntry()) {
            return reading.read(use.expression());
        }
        return it(node).map(it -> reading.read(use.expression(), it)).orElse(null);
    }

    /** The inputs that surely have a value at the start. A customer who begins a procedure gives none. */
    Set<String> given() {
        boolean begunByCustomers = !definition.trigger().intents().isEmpty() || !definition.trigger().phrases().isEmpty();
        return begunByCustomers ? Set.of() : definition.inputs().keySet();
    }

    Map<String, Set<String>> assigned() {
        return Assignments.at(definition, graph, known, given());
    }

    static String list(Iterable<String> names) {
        return String.join(", ", List.copyOf(com.google.common.collect.ImmutableList.copyOf(names)));
    }
}
