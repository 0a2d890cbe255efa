package io.openteller.procedures.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One conversation with a shipped procedure, as a file under {@code scenarios} writes it.
 *
 * @param assurance how sure it is at the beginning who the customer is
 * @param faults how the bank misbehaves, by operation
 * @param steps what the customer, a colleague or time does, and what is heard meanwhile, in order
 * @param passes nodes that were entered, in this order among others
 * @param operations all that were asked of the bank, in order, without versions
 * @param never words that nothing said may hold
 * @param ends an outcome, or {@code person} and a team, or {@code waits}
 * @param facts what the colleague sees, among other things; a value is some words of it
 */
record Scenario(
        String procedure,
        String name,
        String customer,
        String language,
        String assurance,
        String begins,
        Map<String, String> faults,
        List<Did> steps,
        List<String> passes,
        List<String> operations,
        List<String> never,
        String ends,
        Map<String, String> facts) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** @param verb such as {@code writes}; {@code what} is its object */
    record Did(String verb, List<String> what) {
        String object() {
            return what.getFirst();
        }
    }

    @Override
    public String toString() {
        return procedure + ", " + language + ": " + name;
    }

    static List<Scenario> of(String file) {
        try (InputStream text =
                Objects.requireNonNull(Scenario.class.getResourceAsStream("/scenarios/" + file + ".yaml"), file)) {
            JsonNode tree = YAML.readTree(text);
            List<Scenario> all = new ArrayList<>();
            for (JsonNode one : tree.path("scenarios")) {
                all.add(scenario(tree.path("procedure").asText(), one));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Scenario scenario(String procedure, JsonNode one) {
        List<Did> steps = new ArrayList<>();
        for (JsonNode step : one.path("steps")) {
            step.properties().forEach(part -> steps.add(new Did(part.getKey(), texts(part.getValue()))));
        }
        return new Scenario(
                procedure,
                one.path("name").asText(),
                one.path("customer").asText(),
                one.path("language").asText("en"),
                one.path("assurance").asText("IDENTIFIED"),
                one.path("begins").asText(),
                map(one.path("faults")),
                steps,
                words(one.path("passes")),
                words(one.path("operations")),
                texts(one.path("never")),
                one.path("ends").asText(),
                map(one.path("facts")));
    }

    private static List<String> texts(JsonNode node) {
        return node.isArray() ? node.valueStream().map(JsonNode::asText).toList()
                : node.isMissingNode() ? List.of() : List.of(node.asText());
    }

    private static List<String> words(JsonNode node) {
        return Arrays.stream(node.asText().split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static Map<String, String> map(JsonNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
