package io.openteller.plugins.langchain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.internal.JsonSchemaElementJsonUtils;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.openteller.spi.llm.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tool takes, in langchain4j's words. */
final class ToolSchemas {

    private ToolSchemas() {}

    /** @param plain for servers that know the main words of JSON Schema and no others: the rest is left out */
    static JsonObjectSchema of(Tool tool, boolean plain) {
        try {
            if (plain) {
                return object(Answers.JSON.readTree(tool.schema()));
            }
            Map<String, Object> schema = Answers.JSON.readValue(tool.schema(), new TypeReference<>() {});
            schema.remove("$schema");
            return JsonSchemaElementJsonUtils.fromMap(schema) instanceof JsonObjectSchema parameters
                    ? parameters
                    : rough(Answers.JSON.valueToTree(schema));
        } catch (JsonProcessingException none) {
            throw new IllegalArgumentException("the schema of the tool " + tool.name() + " cannot be read", none);
        }
    }

    /** What langchain4j has no words for stays as it is written. */
    private static JsonObjectSchema rough(JsonNode schema) {
        JsonObjectSchema.Builder parameters = JsonObjectSchema.builder();
        schema.path("properties")
                .fields()
                .forEachRemaining(one ->
                        parameters.addProperty(one.getKey(), JsonRawSchema.from(one.getValue().toString())));
        return parameters.required(texts(schema.path("required"))).build();
    }

    private static JsonObjectSchema object(JsonNode schema) {
        JsonObjectSchema.Builder object = JsonObjectSchema.builder().description(description(schema));
        schema.path("properties").fields().forEachRemaining(one -> object.addProperty(one.getKey(), plain(one.getValue())));
        return object.required(texts(schema.path("required"))).build();
    }

    private static JsonSchemaElement plain(JsonNode schema) {
        String description = description(schema);
        if (schema.path("anyOf").isArray()) {
            List<JsonSchemaElement> cases = new ArrayList<>();
            schema.path("anyOf").forEach(one -> cases.add(plain(one)));
            return JsonAnyOfSchema.builder().description(description).anyOf(cases).build();
        }
        return switch (type(schema.path("type"))) {
            case "object" -> object(schema);
            case "array" ->
                JsonArraySchema.builder().description(description).items(plain(schema.path("items"))).build();
            case "integer" -> JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" -> JsonBooleanSchema.builder().description(description).build();
            default ->
                schema.has("enum")
                        ? JsonEnumSchema.builder()
                                .description(description)
                                .enumValues(texts(schema.path("enum")))
                                .build()
                        : JsonStringSchema.builder().description(description).build();
        };
    }

    /** Of several, the first that is something. */
    private static String type(JsonNode type) {
        for (JsonNode one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return type.asText();
    }

    private static @Nullable String description(JsonNode schema) {
        return schema.path("description").isTextual() ? schema.path("description").asText() : null;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
