package io.openteller.procedures.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A procedure as people write it: a graph of nodes that a customer is led through.
 *
 * @param id lower-case words with hyphens
 * @param inputs variables that whoever starts it may give
 * @param variables every other variable, by name
 * @param start id of the node it begins with
 * @param nodes by id, in the order they were written
 */
public record Definition(
        String id,
        Wording title,
        Trigger trigger,
        Map<String, VariableType> inputs,
        Map<String, VariableType> variables,
        String start,
        Map<String, Node> nodes) {

    public static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Definition {
        inputs = new LinkedHashMap<>(inputs);
        variables = new LinkedHashMap<>(variables);
        nodes = new LinkedHashMap<>(nodes);
    }

    /**
     * What makes the assistant begin it.
     *
     * @param intents names of the bank's intents
     * @param phrases by language: what customers say who mean it
     * @param events of the bank's systems, such as {@code fraud.warning}
     */
    public record Trigger(List<String> intents, Map<String, List<String>> phrases, List<String> events) {
        public Trigger {
            intents = List.copyOf(intents);
            phrases = Map.copyOf(phrases);
            events = List.copyOf(events);
        }
    }
}
