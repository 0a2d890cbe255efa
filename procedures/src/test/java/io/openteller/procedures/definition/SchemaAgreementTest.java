package io.openteller.procedures.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.operations.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The published schema and the reader say the same of definitions in which something was changed at random. */
class SchemaAgreementTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "5", "0", "-1", "true", "null", "\"\"", "\" \"", "\"end\"", "\"text\"", "\"PT5M\"", "\"P\"", "\"PT0S\"", "\"CODE\"", "[]", "[\"CODE\"]", "{}",
            "{\"en\": \"Hello.\"}", "{\"x\": 1}", "\"reference:card\"", "\"a b\"", "\"who\"", "\"2\"", "[1]");

    private final Schemas schemas = new Schemas();
    private final JsonNode schema;

    SchemaAgreementTest() throws Exception {
        schema = JSON.readTree(Definitions.schema());
    }

    @Property(tries = 600)
    void a_changed_definition_is_read_if_and_only_if_the_schema_allows_it(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        ObjectNode tree = Definitions.tree(Definitions.read(DefinitionsTest.good(random.nextBoolean() ? "block-card" : "every-node")));
        List<JsonNode> places = new ArrayList<>();
        collect(tree, places);
        change(places.get(random.nextInt(places.size())), random);

        boolean read;
        try {
            Definitions.of(tree);
            read = true;
        } catch (BadDefinition bad) {
            read = false;
        }
        List<String> faults = schemas.faults(schema, tree.toString());
        assertThat(faults.isEmpty()).as("%s %s", faults, tree).isEqualTo(read);
    }

    private static void change(JsonNode place, Random random) throws Exception {
        JsonNode value = JSON.readTree(VALUES.get(random.nextInt(VALUES.size())));
        if (place instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextInt(3) == 0) {
                array.add(value);
            } else {
                array.set(random.nextInt(array.size()), value);
            }
            return;
        }
        ObjectNode object = (ObjectNode) place;
        List<String> names = object.propertyStream().map(java.util.Map.Entry::getKey).toList();
        switch (names.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> object.set(List.of("extra", "next", "within", "en", "on", "Odd Name").get(random.nextInt(6)), value);
            case 1 -> object.remove(names.get(random.nextInt(names.size())));
            default -> object.set(names.get(random.nextInt(names.size())), value);
        }
    }

    private static void collect(JsonNode tree, List<JsonNode> places) {
        if (tree.isContainerNode()) {
            places.add(tree);
            tree.forEach(inner -> collect(inner, places));
        }
    }
}
