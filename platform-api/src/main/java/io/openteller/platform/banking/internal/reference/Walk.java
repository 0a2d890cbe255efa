package io.openteller.platform.banking.internal.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds the bank's ids in a result, by its schema. */
final class Walk {

    private final List<Found> found = new ArrayList<>();

    private Walk() {}

    /** @param output fits the schema */
    static List<Found> through(JsonNode schema, JsonNode output) {
        Walk walk = new Walk();
        walk.step(schema, output);
        return walk.found;
    }

    private void step(JsonNode schema, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> step(schema.path("items"), item));
        } else if (value instanceof ObjectNode object) {
            JsonNode properties = schema.path("properties");
            for (Map.Entry<String, JsonNode> one : object.properties()) {
                JsonNode property = properties.path(one.getKey());
                if (property.has("x-reference")) {
                    found.add(found(object, one.getKey(), property, properties));
                } else {
                    step(property, one.getValue());
                }
            }
        }
    }

    private static Found found(ObjectNode object, String field, JsonNode property, JsonNode properties) {
        boolean better = property.has("x-label");
        return new Found(
                object,
                field,
                property.path("x-reference").asText(),
                object.path(field).asText(),
                Labels.of(property, better ? "x-label" : "x-label-else", properties, object),
                better,
                better || property.has("x-label-else") ? amounts(object, properties) : JsonNodeFactory.instance.objectNode());
    }

    /** Those of the object that the label is about; others would be the amounts of something else. */
    private static ObjectNode amounts(ObjectNode object, JsonNode properties) {
        ObjectNode amounts = JsonNodeFactory.instance.objectNode();
        object.properties().stream()
                .filter(one -> properties.path(one.getKey()).path("x-money").booleanValue())
                .forEach(one -> amounts.set(one.getKey(), one.getValue()));
        return amounts;
    }
}
