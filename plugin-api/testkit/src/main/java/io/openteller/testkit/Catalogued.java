package io.openteller.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Catalogue;
import io.openteller.operations.OperationSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the catalogue says of operations, as contracts need it: references by kind, and arguments for a try. */
final class Catalogued {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERENCE = "x-reference";

    private Catalogued() {}

    static OperationSpec spec(String operation) {
        return Catalogue.standard()
                .find(operation)
                .orElseThrow(() -> new AssertionError("the catalogue does not know " + operation));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("not JSON: " + text, broken);
        }
    }

    /** Kinds of the references that its arguments take, required ones and others. */
    static Set<String> takes(OperationSpec spec) {
        Set<String> kinds = new TreeSet<>();
        spec.input().path("properties").forEach(property -> {
            if (property.has(REFERENCE)) {
                kinds.add(property.path(REFERENCE).textValue());
            }
        });
        return kinds;
    }

    /** Adds every reference of a result to those of its kind. */
    static void collect(JsonNode schema, JsonNode value, Map<String, List<String>> byKind) {
        if (schema.has(REFERENCE) && value.isTextual()) {
            List<String> known = byKind.computeIfAbsent(schema.path(REFERENCE).textValue(), kind -> new ArrayList<>());
            if (!known.contains(value.textValue())) {
                known.add(value.textValue());
            }
        }
        value.properties().forEach(field -> collect(schema.path("properties").path(field.getKey()), field.getValue(), byKind));
        if (value.isArray()) {
            value.forEach(item -> collect(schema.path("items"), item, byKind));
        }
    }

    /** The arguments of the catalogue's first example, with references that exist and money in the bank's currency. */
    static String arguments(OperationSpec spec, Map<String, String> references, String currency) {
        ObjectNode arguments = spec.examples().getFirst().input().deepCopy();
        spec.input().path("properties").properties().forEach(property -> {
            String name = property.getKey();
            String kind = property.getValue().path(REFERENCE).textValue();
            if (kind != null && arguments.has(name)) {
                if (references.containsKey(kind)) {
                    arguments.put(name, references.get(kind));
                } else {
                    arguments.put(name, "no-such-" + kind);
                }
            }
            if (property.getValue().has("x-money") && arguments.path(name) instanceof ObjectNode money) {
                money.put("currency", currency);
            }
        });
        return arguments.toString();
    }
}
