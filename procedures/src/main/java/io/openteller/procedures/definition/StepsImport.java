package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.procedures.definition.Imported.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition style of visual LangGraph tools: a list of steps with {@code id}, {@code type}, {@code params} and
 * {@code conditions}. What they mean is guessed from words that such tools use; nothing is left out without a note.
 */
class StepsImport {

    private static final String PERSON = "person";
    private static final Set<String> KNOWN = Set.of("id", "type", "params", "conditions", "next");
    private static final Set<String> ENDS = Set.of("end", "__end__", "finish", "stop");

    final String language;
    final List<Note> notes = new ArrayList<>();
    final ObjectNode nodes = JsonNodeFactory.instance.objectNode();
    final Map<String, String> variables = new LinkedHashMap<>();
    final StepTexts texts = new StepTexts();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, NodeType> types = new LinkedHashMap<>();
    private boolean personNeeded;

    private StepsImport(String language) {
        this.language = language;
    }

    static Imported read(String text, String language) throws BadDefinition {
        return new StepsImport(language).read(new StrictTree().read(text));
    }

    private Imported read(JsonNode tree) throws BadDefinition {
        JsonNode around = tree.path("workflow").isObject() ? tree.path("workflow") : tree;
        JsonNode list = tree.isArray() ? tree : around.path("steps").isArray() ? around.path("steps") : around.path("nodes");
        List<Step> steps = steps(list);
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        String name = first(around, "name", "title", "id");
        whole.put("id", id(name));
        whole.putObject("title").put(language, name.isBlank() ? "Imported procedure" : name);
        for (Step step : steps) {
            new StepNode(this, step, following(steps, step)).write();
        }
        whole.put("start", start(around, steps));
        ends();
        ObjectNode types = whole.putObject("variables");
        variables.forEach(types::put);
        whole.set("nodes", nodes);
        return new Imported(DefinitionReader.read(whole), notes);
    }

    private List<Step> steps(JsonNode list) throws BadDefinition {
        List<Fault> faults = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        if (!list.isArray() || list.isEmpty() || list.size() > Definitions.MAX_NODES) {
            throw new BadDefinition(List.of(Fault.at(null, "", "is no list of 1 to " + Definitions.MAX_NODES
                    + " steps, each with an id, a type, params and conditions")));
        }
        for (JsonNode one : list) {
            String id = one.path("id").asText("");
            String type = one.path("type").asText("");
            if (id.isBlank() || type.isBlank()) {
                faults.add(Fault.at(null, "[" + steps.size() + "]", "is no step: it has no " + (id.isBlank() ? "id" : "type")));
                continue;
            }
            if (ids.containsKey(id)) {
                faults.add(Fault.at(null, "[" + steps.size() + "].id", "is '" + id + "' for a second time"));
                continue;
            }
            ids.put(id, unique(StepWords.node(id)));
            steps.add(Step.of(id, ids.get(id), type, one));
            one.fieldNames().forEachRemaining(field -> {
                if (!KNOWN.contains(field)) {
                    note(ids.get(id), "The field '" + field + "' of this step has no counterpart and was left out.");
                }
            });
        }
        if (!faults.isEmpty()) {
            throw new BadDefinition(faults);
        }
        for (Step step : steps) {
            StepWords.type(step.type()).ifPresent(type -> types.put(step.node(), type));
            texts.learn(step);
        }
        return steps;
    }

    private String unique(String node) {
        String free = node;
        for (int i = 2; ids.containsValue(free) || free.equals(PERSON); i++) {
            free = node.substring(0, Math.min(56, node.length())) + "-" + i;
        }
        return free;
    }

    private static @Nullable Step following(List<Step> steps, Step step) {
        int at = steps.indexOf(step) + 1;
        return at < steps.size() ? steps.get(at) : null;
    }

    private String start(JsonNode around, List<Step> steps) {
        String named = first(around, "start", "entry", "entry_point", "start_step");
        if (ids.containsKey(named)) {
            return ids.get(named);
        }
        note(null, "It begins with the first step of the list, '" + steps.getFirst().node() + "'; that was guessed.");
        return steps.getFirst().node();
    }

    /** The node that a step's condition leads to. */
    String target(String node, String to) {
        if (ids.containsKey(to)) {
            return ids.get(to);
        }
        if (ENDS.contains(to.strip().toLowerCase(Locale.ROOT))) {
            if (!nodes.has("end")) {
                nodes.putObject("end").put("type", "end").put("outcome", "DONE");
            }
            return "end";
        }
        note(node, "It leads to '" + to + "', which is no step; it leads to a person now.");
        return person();
    }

    /** For whatever the steps leave open. */
    String person() {
        personNeeded = true;
        return PERSON;
    }

    private void ends() {
        if (personNeeded) {
            ObjectNode person = nodes.putObject(PERSON).put("type", "handoff").put("team", "front");
            person.putObject("text").put(language, "A colleague goes on with you here.");
            note(PERSON, "Whatever the steps left open leads to a person; choose the team, and say it in the bank's words.");
        }
    }

    /** Whether that step, by its id there, does an operation. */
    boolean isOperation(String step) {
        return types.get(ids.get(step)) == NodeType.OPERATION;
    }

    void note(@Nullable String node, String message) {
        notes.add(new Note(node, message));
    }

    private static String id(String name) {
        String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
        return id.isEmpty() ? "imported" : id.substring(0, Math.min(60, id.length())).replaceAll("-+$", "");
    }

    static String first(JsonNode object, String... names) {
        for (String name : names) {
            if (object.path(name).isValueNode() && !object.path(name).isNull() && !object.path(name).asText().isBlank()) {
                return object.path(name).asText();
            }
        }
        return "";
    }

    /**
     * One step as it was written.
     *
     * @param node its id here
     * @param conditions condition to step, in their order; {@code next} is one with an empty condition
     */
    record Step(String id, String node, String type, JsonNode params, Map<String, String> conditions) {

        static Step of(String id, String node, String type, JsonNode one) {
            Map<String, String> conditions = new LinkedHashMap<>();
            one.path("conditions").propertyStream().forEach(entry -> conditions.put(entry.getKey(), entry.getValue().asText("")));
            if (one.path("next").isTextual()) {
                conditions.put("", one.path("next").asText());
            }
            return new Step(id, node, type, one.path("params"), conditions);
        }
    }
}
