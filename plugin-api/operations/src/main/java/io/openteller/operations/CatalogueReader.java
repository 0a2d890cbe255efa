package io.openteller.operations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.operations.OperationSpec.Approval;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.operations.OperationSpec.Audience;
import io.openteller.operations.OperationSpec.Confirmation;
import io.openteller.operations.OperationSpec.Example;
import io.openteller.operations.OperationSpec.FaultExample;
import io.openteller.operations.OperationSpec.Limit;
import io.openteller.operations.OperationSpec.Risk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the files of {@code catalogue/}. A file that is not whole is a fault of the build, and stops the start. */
class CatalogueReader {

    private final ObjectMapper json = new ObjectMapper();

    Catalogue read() {
        return Catalogue.of(files().stream().map(this::spec).toList());
    }

    /** As they are written, with what is only of interest to some. */
    List<JsonNode> files() {
        try (InputStream index = resource("catalogue/index.txt")) {
            List<JsonNode> files = new ArrayList<>();
            for (String file : new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                try (InputStream spec = resource("catalogue/" + file)) {
                    files.add(json.readTree(spec));
                }
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(CatalogueReader.class.getResourceAsStream(name), name);
    }

    OperationSpec spec(JsonNode node) {
        JsonNode compensation = node.path("compensation");
        return new OperationSpec(
                OperationName.of(text(node, "name")),
                text(node, "title"),
                text(node, "summary"),
                Risk.valueOf(text(node, "risk")),
                Assurance.valueOf(text(node, "assurance")),
                Audience.valueOf(text(node, "audience")),
                Confirmation.valueOf(text(node, "confirmation")),
                new Approval(
                        Approval.When.valueOf(text(node.path("approval"), "when")),
                        amounts(node.path("approval").path("aboveMinor"))),
                node.path("reversible").booleanValue(),
                compensation.isMissingNode() ? null : OperationName.of(compensation.textValue()),
                node.path("idempotent").booleanValue(),
                each(node.path("limits")).stream().map(this::limit).toList(),
                Set.copyOf(json.convertValue(node.path("dataClasses"), new TypeReference<List<String>>() {})),
                node.path("input"),
                node.path("output"),
                each(node.path("examples")).stream()
                        .map(one -> new Example(one.path("input"), one.path("output")))
                        .toList(),
                each(node.path("faults")).stream()
                        .map(one -> new FaultExample(text(one, "kind"), text(one, "when")))
                        .toList());
    }

    private Limit limit(JsonNode node) {
        return new Limit(
                Limit.Scope.valueOf(text(node, "scope")),
                node.path("days").intValue(),
                node.has("count") ? node.path("count").intValue() : null,
                amounts(node.path("minor")));
    }

    private Map<String, Long> amounts(JsonNode node) {
        return node.isMissingNode() ? Map.of() : json.convertValue(node, new TypeReference<Map<String, Long>>() {});
    }

    private static List<JsonNode> each(JsonNode array) {
        return array.valueStream().toList();
    }

    private static String text(JsonNode node, String field) {
        return Objects.requireNonNull(node.path(field).textValue(), field);
    }
}
