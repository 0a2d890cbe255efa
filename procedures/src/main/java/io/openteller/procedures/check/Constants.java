package io.openteller.procedures.check;

import io.openteller.procedures.check.Reading.Read;
import io.openteller.procedures.definition.Node;
import io.openteller.procedures.definition.VariableType;
import io.openteller.procedures.definition.VariableType.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text variables that can only ever hold one of a few values: whatever sets them chooses among fixed ones. */
class Constants {

    private final Map<String, Set<String>> known = new HashMap<>();

    Constants(Subject subject) {
        Set<String> open = new HashSet<>(subject.definition().inputs().keySet());
        Map<String, Set<String>> values = new HashMap<>();
        subject.definition().nodes().values().forEach(node -> {
            for (String variable : Assigns.of(node)) {
                Set<String> these = values(subject, node, variable);
                if (these == null) {
                    open.add(variable);
                } else {
                    values.computeIfAbsent(variable, any -> new HashSet<>()).addAll(these);
                }
            }
        });
        values.keySet().removeAll(open);
        known.putAll(values);
    }

    /** Null if it may hold anything. */
    @Nullable Set<String> of(String variable) {
        return known.get(variable);
    }

    private @Nullable Set<String> values(Subject subject, Node node, String variable) {
        if (!subject.variable(variable).equals(java.util.Optional.of(new VariableType.Plain(Kind.TEXT)))) {
            return null;
        }
        if (node instanceof Node.Ask ask && !ask.answer().choices().isEmpty()) {
            return ask.answer().choices().stream().map(Node.Choice::value).collect(java.util.stream.Collectors.toSet());
        }
        Read read = switch (node) {
            case Node.Say say -> subject.reading().read(say.set().getOrDefault(variable, "''"));
            case Node.Ask ask -> chosen(subject, ask, ask.answer().value());
            default -> null;
        };
        // While this is built no variable is known to be one of a few, so those that copy another count as open: safe, if strict.
        return read instanceof Read.Typed(var ast) ? Origin.of(subject, this, ast).values() : null;
    }

    private static @Nullable Read chosen(Subject subject, Node.Ask ask, @Nullable String value) {
        return value == null ? null : subject.it(ask).map(it -> subject.reading().read(value, it)).orElse(null);
    }
}
