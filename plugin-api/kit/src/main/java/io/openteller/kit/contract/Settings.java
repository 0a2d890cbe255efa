package io.openteller.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.packages.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of one bank under test. Addresses lead to its stand-in; secrets are words that are nowhere else, so that they are
 * seen wherever they come out.
 *
 * @param secrets values that nobody may ever see
 */
record Settings(Map<String, String> values, List<String> secrets) {

    private static final String ADDRESS = "https?";

    static Settings of(Manifest manifest, Playbook playbook, StandIn server) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> secrets = new ArrayList<>();
        manifest.settings().path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode schema = property.getValue();
            String given = playbook.settings().get(name);
            if (schema.path("writeOnly").asBoolean()) {
                String secret = given == null ? server.secret(name) : given + "-" + server.secret(name);
                values.put(name, secret);
                secrets.add(secret);
            } else if (given != null) {
                values.put(name, given.replace("{server}", server.address()));
            } else {
                values.put(name, value(name, schema, manifest, server));
            }
        });
        return new Settings(values, secrets);
    }

    private static String value(String name, JsonNode schema, Manifest manifest, StandIn server) {
        if (manifest.egress().contains("{" + name + "}") || schema.path("pattern").asText().contains(ADDRESS)) {
            return server.address();
        }
        if (!schema.path("enum").isMissingNode()) {
            return schema.path("enum").path(0).asText();
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> "false";
            case "integer" -> Long.toString(schema.path("minimum").asLong(1));
            default -> "text" + "x".repeat(Math.max(0, schema.path("minLength").asInt() - 4));
        };
    }

    Settings none() {
        return new Settings(Map.of(), secrets);
    }
}
