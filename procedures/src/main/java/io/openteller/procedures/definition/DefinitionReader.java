package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.procedures.definition.Definition.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outer fields of a definition. */
class DefinitionReader {

    private static final int MAX_VARIABLES = 200;

    private DefinitionReader() {}

    static Definition read(JsonNode tree) throws BadDefinition {
        List<Fault> faults = new ArrayList<>();
        Part whole =
                new Part(tree, null, "", faults, "id", "title", "trigger", "inputs", "variables", "start", "nodes");
        Map<String, VariableType> inputs = variables(whole, "inputs");
        Map<String, VariableType> variables = variables(whole, "variables");
        inputs.keySet().stream().filter(variables::containsKey).forEach(name -> whole.fault(
                "variables." + name, "is an input already; one name holds one thing"));
        Definition definition = new Definition(
                whole.text("id", Definition.ID, "lower-case words with hyphens, such as block-card"),
                whole.wording("title"),
                whole.has("trigger") ? trigger(whole.part("trigger", "intents", "phrases", "events"))
                        : new Trigger(List.of(), Map.of(), List.of()),
                inputs,
                variables,
                whole.node("start"),
                nodes(whole, faults));
        if (definition.id().length() > 60) {
            whole.fault("id", "is longer than 60 characters");
        }
        if (!faults.isEmpty()) {
            throw new BadDefinition(faults);
        }
        return definition;
    }

    private static Trigger trigger(Part part) {
        return new Trigger(
                part.texts("intents", false, 80, Forms.WORD, "an intent, such as lost_or_stolen_card"),
                part.phrases("phrases", false),
                part.texts("events", false, 80, Forms.WORD, "an event, such as fraud.warning"));
    }

    private static Map<String, VariableType> variables(Part whole, String field) {
        if (!whole.has(field)) {
            return Map.of();
        }
        Part part = whole.part(field);
        Map<String, VariableType> types = new LinkedHashMap<>();
        for (String name : part.names()) {
            part.name(name, Forms.VARIABLE, "a variable's name, such as card");
            if (Forms.TAKEN.contains(name)) {
                part.fault(name, "has a name that means something else in expressions");
            }
            VariableTypes.read(part, name).ifPresent(type -> types.put(name, type));
        }
        if (part.names().size() > MAX_VARIABLES) {
            whole.fault(field, "has more than " + MAX_VARIABLES + " entries");
        }
        return types;
    }

    private static Map<String, Node> nodes(Part whole, List<Fault> faults) {
        if (!whole.has("nodes")) {
            whole.fault("nodes", "is missing");
            return Map.of();
        }
        Part part = whole.part("nodes");
        Set<String> names = Set.copyOf(part.names());
        if (names.isEmpty() || names.size() > Definitions.MAX_NODES) {
            whole.fault("nodes", names.isEmpty() ? "has no node" : "has more than " + Definitions.MAX_NODES + " nodes");
            return Map.of();
        }
        names.stream().sorted().forEach(name -> part.name(name, Forms.NODE, "a node's id, such as askCard"));
        Map<String, Node> nodes = new LinkedHashMap<>();
        part.map((name, value) -> NodeReader.read(name, value, faults))
                .forEach((name, node) -> node.ifPresent(read -> nodes.put(name, read)));
        return nodes;
    }
}
