package io.openteller.platform.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** The committed description of the API, as far as requests can be made from it. */
public final class ApiFile {

    private static final int DEEPEST = 6;

    private final Map<String, Object> document;

    public ApiFile() throws IOException {
        document = new Yaml().load(Files.readString(Path.of("..", "docs", "openapi.yml")));
    }

    /** @param bodyType empty if the route takes no body */
    public record Operation(
            String method,
            String path,
            List<Map<String, Object>> parameters,
            String bodyType,
            Object body,
            boolean streams) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        public boolean names() {
            return path.contains("{");
        }

        /** The address with everything in it that is the other bank's. */
        String address(boolean withOptional) {
            StringBuilder address = new StringBuilder(path);
            StringBuilder query = new StringBuilder();
            for (Map<String, Object> parameter : parameters) {
                String name = String.valueOf(parameter.get("name"));
                String value = String.valueOf(guess(map(parameter.get("schema"))));
                if ("path".equals(parameter.get("in"))) {
                    int at = address.indexOf("{" + name + "}");
                    address.replace(at, at + name.length() + 2, value);
                } else if ("query".equals(parameter.get("in"))
                        && (withOptional || Boolean.TRUE.equals(parameter.get("required")))) {
                    query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
                }
            }
            return address.append(query).toString();
        }
    }

    /** Those that could make something of the name they are given come last: until then nothing has that name. */
    public List<Operation> operations() {
        return map(document.get("paths")).entrySet().stream()
                .flatMap(path -> map(path.getValue()).entrySet().stream()
                        .map(method -> operation(path.getKey(), method.getKey(), map(method.getValue()))))
                .sorted(Comparator.comparing((Operation operation) -> !operation.names())
                        .thenComparing(operation -> operation.method().equals("PUT")))
                .toList();
    }

    private Operation operation(String path, String method, Map<String, Object> described) {
        Map<String, Object> content = map(map(described.get("requestBody")).get("content"));
        String type = content.keySet().stream().findFirst().orElse("");
        Object body = type.isEmpty() ? "" : value(map(map(content.get(type)).get("schema")), 0);
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, list(described.get("parameters")), type, body,
                described.get("responses").toString().contains("text/event-stream"));
    }

    private Object value(Map<String, Object> schema, int depth) {
        if (schema.containsKey("$ref")) {
            String name = String.valueOf(schema.get("$ref")).replaceFirst(".*/", "");
            return value(map(map(map(document.get("components")).get("schemas")).get(name)), depth);
        }
        for (String way : new String[] {"allOf", "anyOf", "oneOf"}) {
            if (schema.containsKey(way)) {
                return value(list(schema.get(way)).getFirst(), depth);
            }
        }
        if ("array".equals(schema.get("type"))) {
            return depth > DEEPEST ? List.of() : List.of(value(map(schema.get("items")), depth + 1));
        }
        if (!"object".equals(schema.get("type")) && schema.containsKey("type")) {
            return guess(schema);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        if (depth <= DEEPEST) {
            map(schema.get("properties")).forEach((name, inner) -> object.put(name, value(map(inner), depth + 1)));
        }
        return object;
    }

    private static Object guess(Map<String, Object> schema) {
        if (schema.get("enum") instanceof List<?> choices) {
            return choices.getFirst();
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer", "number" -> 1;
            case "boolean" -> true;
            default -> switch (String.valueOf(schema.get("format"))) {
                case "uuid" -> TwinRows.ID.toString();
                case "date" -> "2026-01-15";
                case "date-time" -> "2026-01-15T10:00:00Z";
                default -> schema.get("default") != null ? schema.get("default") : TwinRows.WORD;
            };
        };
    }

    @SuppressWarnings("unchecked") // what the parser gives for a YAML mapping
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
    }

    @SuppressWarnings("unchecked") // what the parser gives for a list of mappings
    private static List<Map<String, Object>> list(Object node) {
        return node instanceof List<?> ? (List<Map<String, Object>>) node : List.of();
    }
}
