package io.openteller.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** With which arguments an operation is undone, out of what went in and came out. Safe for any thread. */
public final class Compensations {

    private static final class Standard {
        static final Compensations INSTANCE = new Compensations();
    }

    private final Map<String, JsonNode> files = new HashMap<>();

    private Compensations() {
        new CatalogueReader().files().forEach(file -> files.put(file.path("name").asText(), file));
    }

    public static Compensations standard() {
        return Standard.INSTANCE;
    }

    /** Whether there is something to undo: a card that was blocked before is not to be unblocked. */
    public boolean needed(OperationName operation, JsonNode output) {
        String unless = files.getOrDefault(operation.toString(), JsonNodeFactory.instance.objectNode())
                .path("compensationUnless")
                .asText();
        return unless.isEmpty() || !output.path(unless).booleanValue();
    }

    /** Arguments of the operation that undoes it; empty if what they are made from is not there. */
    public Optional<ObjectNode> arguments(OperationName operation, JsonNode input, JsonNode output) {
        ObjectNode arguments = JsonNodeFactory.instance.objectNode();
        JsonNode sources = files.getOrDefault(operation.toString(), arguments).path("compensationArguments");
        for (Map.Entry<String, JsonNode> one : sources.properties()) {
            String source = one.getValue().asText();
            String[] path = source.split("\\.", 2);
            JsonNode value = source.startsWith("=")
                    ? arguments.textNode(source.substring(1))
                    : (path[0].equals("input") ? input : output).path(path[1]);
            if (value.isMissingNode()) {
                return Optional.empty();
            }
            arguments.set(one.getKey(), value);
        }
        return sources.isMissingNode() ? Optional.empty() : Optional.of(arguments);
    }
}
