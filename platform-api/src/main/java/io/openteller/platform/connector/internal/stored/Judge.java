package io.openteller.platform.connector.internal.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.connectors.Connectors;
import io.openteller.connectors.Finding;
import io.openteller.connectors.Reading;
import io.openteller.operations.Catalogue;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.FieldFault;
import io.openteller.platform.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with a document, and what of it the platform itself reads and writes. */
@Singleton
class Judge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connectors connectors = new Connectors(Catalogue.standard());

    List<Finding> findings(String document) {
        return switch (connectors.read(document)) {
            case Reading.Sound sound -> List.of();
            case Reading.Defective(List<Finding> findings) -> findings;
        };
    }

    void insistOnFaultless(String document) {
        List<Finding> findings = findings(document);
        if (!findings.isEmpty()) {
            throw new ProblemException(
                    ErrorCode.CONNECTOR_FAULTY,
                    findings.stream()
                            .map(one -> new FieldFault(one.place(), one.sentence()))
                            .toList());
        }
    }

    /** Null where the document has none. */
    static @Nullable String name(String document) {
        JsonNode name = read(document).path("name");
        return name.isTextual() ? name.textValue() : null;
    }

    static String named(String document, String name) {
        ObjectNode changed = read(document);
        changed.put("name", name);
        return changed.toString();
    }

    static String numbered(String document, int version) {
        ObjectNode changed = read(document);
        changed.put("version", version);
        return changed.toString();
    }

    /** @throws IllegalStateException if it is no object, as nothing is that was kept */
    static ObjectNode read(String document) {
        try {
            if (JSON.readTree(document) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("stored JSON is broken", broken);
        }
        throw new IllegalStateException("stored JSON is no object");
    }

    static Map<String, Object> object(String json) {
        return JSON.convertValue(read(json), new TypeReference<Map<String, Object>>() {});
    }

    static String text(@Nullable Map<String, Object> object) {
        return JSON.valueToTree(object == null ? Map.of() : object).toString();
    }
}
