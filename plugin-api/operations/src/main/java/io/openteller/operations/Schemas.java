package io.openteller.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checks values against the catalogue's schemas; each schema is prepared once. Safe for any thread. */
public final class Schemas {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> prepared = new ConcurrentHashMap<>();

    /** What is wrong with the value, a sentence per fault, in the order of their places; empty when it fits. */
    public List<String> faults(JsonNode schema, String valueJson) {
        return prepared.computeIfAbsent(schema, node -> registry.getSchema(node.toString()))
                .validate(valueJson, InputFormat.JSON, context -> context.executionConfig(
                        config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .sorted()
                .toList();
    }
}
