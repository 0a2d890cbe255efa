package io.openteller.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was typed, in the types that the schema asks for. What cannot be read stays as it is: the platform says so. */
final class TypedSettings {

    private TypedSettings() {}

    static Map<String, Object> of(Map<String, String> typed, JsonNode schema) {
        Map<String, Object> settings = new LinkedHashMap<>();
        typed.forEach((name, text) -> settings.put(
                name, value(text, schema.path("properties").path(name).path("type").asText())));
        return settings;
    }

    private static Object value(String text, String type) {
        return switch (type) {
            case "boolean" -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
            case "integer" -> text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
            default -> text;
        };
    }
}
