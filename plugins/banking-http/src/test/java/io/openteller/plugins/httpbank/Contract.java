package io.openteller.plugins.httpbank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.Yaml;

/** docs/banking-http/openapi.yml, read. */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    Contract() {
        try {
            String yaml = Files.readString(Path.of("..", "..", "docs", "banking-http", "openapi.yml"));
            document = JSON.valueToTree(new Yaml().<Object>load(yaml));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** One operation, with the parameters of its path. */
    record Operation(String method, String path, JsonNode itself, List<JsonNode> parameters) {

        String name() {
            return itself.get("operationId").asText();
        }

        boolean takes(String target) {
            String pattern = path.replaceAll("\\{[^}]+}", "[^/]+");
            return target.matches(pattern);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(each -> {
            if (!each.getKey().equals("parameters")) {
                List<JsonNode> parameters = new ArrayList<>();
                path.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
                each.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
                all.add(new Operation(each.getKey().toUpperCase(Locale.ROOT), path.getKey(), each.getValue(), parameters));
            }
        }));
        return all;
    }

    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asText().substring(1));
    }

    /** One of an operation's answers; a failed test if it has no such status. */
    JsonNode answer(Operation operation, int status) {
        JsonNode response = operation.itself().path("responses").get(String.valueOf(status));
        if (response == null) {
            throw new AssertionError(operation.name() + " has no answer " + status);
        }
        return resolved(response);
    }

    /** What of the text does not fit; empty when all does. */
    List<String> faults(JsonNode schema, String text) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.get("components"));
        return SCHEMAS.getSchema(whole.toString()).validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    static JsonNode content(JsonNode bodyOrAnswer) {
        return bodyOrAnswer.at("/content/application~1json");
    }
}
