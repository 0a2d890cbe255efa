package io.openteller.plugins.langchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonAnyOfSchema;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.openteller.spi.llm.Tool;
import org.junit.jupiter.api.Test;

class ToolSchemasTest {

    private static final String RICH = """
            {"type": "object", "required": ["iban"], "title": "Search", "properties": {
              "iban": {"type": "string", "pattern": "^[A-Z]{2}"}, "most": {"type": ["null", "integer"], "minimum": 1},
              "kind": {"enum": ["in", "out"]}, "tags": {"type": "array", "items": {"type": "string", "minLength": 2}},
              "when": {"anyOf": [{"type": "string", "format": "date"}, {"type": "object", "properties": {}}]}}}""";

    private record Given(String schema) implements Tool {

        @Override
        public String name() {
            return "search";
        }

        @Override
        public String description() {
            return "Looks for entries.";
        }
    }

    @Test
    void what_langchain4j_has_no_words_for_stays_as_it_is_written() {
        JsonObjectSchema schema = ToolSchemas.of(new Given(RICH), false);
        assertThat(JsonSchemaElementUtils.toMap(schema).toString()).contains("^[A-Z]{2}", "minLength=2", "format=date");
        assertThat(schema.required()).containsExactly("iban");
    }

    @Test
    void a_server_of_few_words_is_told_the_main_ones() {
        JsonObjectSchema schema = ToolSchemas.of(new Given(RICH), true);
        assertThat(schema.required()).containsExactly("iban");
        assertThat(schema.properties().get("iban")).isInstanceOf(JsonStringSchema.class);
        assertThat(schema.properties().get("most")).isInstanceOf(JsonIntegerSchema.class);
        assertThat(schema.properties().get("kind")).isInstanceOfSatisfying(
                JsonEnumSchema.class, kind -> assertThat(kind.enumValues()).containsExactly("in", "out"));
        assertThat(schema.properties().get("tags")).isInstanceOfSatisfying(
                JsonArraySchema.class, tags -> assertThat(tags.items()).isInstanceOf(JsonStringSchema.class));
        assertThat(schema.properties().get("when")).isInstanceOfSatisfying(
                JsonAnyOfSchema.class, when -> assertThat(when.anyOf()).hasSize(2));
    }

    @Test
    void what_is_no_schema_is_named_by_its_tool() {
        assertThatThrownBy(() -> ToolSchemas.of(new Given("{"), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("search");
    }
}
