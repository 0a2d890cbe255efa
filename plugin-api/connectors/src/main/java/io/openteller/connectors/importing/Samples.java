package io.openteller.connectors.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Examples: the file's own where it has some, otherwise made from its schemas. */
final class Samples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 12;
    private static final int MOST_NODES = 2_000;

    private final Tree tree;
    private int left = MOST_NODES;

    private Samples(Tree tree) {
        this.tree = tree;
    }

    /** @param content of a request body or a response */
    static JsonNode of(Tree tree, JsonNode content) {
        JsonNode media = MissingNode.getInstance();
        for (var each : content.properties()) {
            if (media.isMissingNode() || each.getKey().contains("json")) {
                media = tree.resolved(each.getValue());
            }
        }
        if (media.has("example")) {
            return media.path("example");
        }
        for (JsonNode named : media.path("examples")) {
            JsonNode example = tree.resolved(named);
            if (example.has("value")) {
                return example.path("value");
            }
        }
        return media.has("schema") ? new Samples(tree).made(media.path("schema"), 0) : MissingNode.getInstance();
    }

    static JsonNode ofSchema(Tree tree, JsonNode schema) {
        return new Samples(tree).made(schema, 0);
    }

    private JsonNode made(JsonNode reference, int depth) {
        JsonNode schema = tree.resolved(reference);
        if (depth > DEEPEST || --left < 0 || schema.isMissingNode()) {
            return NODES.nullNode();
        }
        for (String own : new String[] {"example", "const", "default"}) {
            if (schema.has(own)) {
                return schema.path(own);
            }
        }
        for (String list : new String[] {"examples", "enum"}) {
            if (schema.path(list).isArray() && !schema.path(list).isEmpty()) {
                return schema.path(list).get(0);
            }
        }
        for (String choice : new String[] {"oneOf", "anyOf"}) {
            if (!schema.path(choice).isEmpty()) {
                return made(schema.path(choice).get(0), depth + 1);
            }
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> NODES.numberNode(schema.path("minimum").asInt(1));
            case "number" -> NODES.numberNode(schema.path("minimum").asDouble(1.5));
            case "boolean" -> NODES.booleanNode(true);
            case "string" -> NODES.textNode(text(schema));
            default -> NODES.nullNode();
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            // As of 3.1: null may be one of several.
            return type.valueStream().map(JsonNode::asText).filter(each -> !each.equals("null")).findFirst().orElse("null");
        }
        boolean object = schema.has("properties") || schema.has("allOf");
        return type.isTextual() ? type.asText() : object ? "object" : schema.has("items") ? "array" : "";
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = NODES.objectNode();
        for (JsonNode part : schema.path("allOf")) {
            if (made(part, depth + 1) instanceof ObjectNode more) {
                object.setAll(more);
            }
        }
        schema.path("properties").properties().forEach(field -> object.set(field.getKey(), made(field.getValue(), depth + 1)));
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        return NODES.arrayNode().add(made(schema.path("items"), depth + 1));
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> "2026-01-02T03:04:05Z";
            case "date" -> "2026-01-02";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            case "email" -> "name@bank.example";
            case "uri" -> "https://bank.example/";
            default -> "text";
        };
    }
}
