package io.openteller.platform;

import io.micronaut.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * The description of the API that partners get, made from what the compiler wrote about all routes: only the API's own,
 * and with operation ids that come from method and path. The compiler's ids would depend on the order of its files.
 */
record PublishedApi(Map<String, Map<String, Map<String, Object>>> paths, String yaml) {

    private static final String HEADER = "# Made from the routes; OpenApiTest says how. Do not edit.\n";
    private static final String API = "/api/v1/";

    static PublishedApi of(String compiled) {
        Map<String, Object> document = new Yaml().load(compiled);
        Map<String, Map<String, Map<String, Object>>> paths = new TreeMap<>();
        PublishedApi.<Map<String, Map<String, Object>>>map(document.get("paths")).forEach((path, operations) -> {
            if (path.startsWith(API)) {
                operations.forEach((method, operation) -> complete(path, method, operation));
                paths.put(path, operations);
            }
        });
        document.put("paths", paths);
        PublishedApi.<Map<String, Object>>map(document.get("components")).computeIfPresent("schemas", (key, schemas) -> {
            PublishedApi.<Object>map(schemas).remove("Event_String_");
            return schemas;
        });
        return new PublishedApi(paths, HEADER + new Yaml(style()).dump(document));
    }

    private static void complete(String path, String method, Map<String, Object> operation) {
        String[] parts = path.substring(API.length()).split("/");
        StringBuilder id = new StringBuilder(method);
        for (String part : parts) {
            id.append(part.startsWith("{") ? "By" : "");
            for (String word : part.replaceAll("[{}]", "").split("-")) {
                id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        operation.put("operationId", id.toString());
        operation.put("tags", List.of(parts[0]));
        Map<String, Map<String, Object>> responses = new TreeMap<>(PublishedApi.<Map<String, Object>>map(operation.get("responses")));
        responses.forEach((status, response) -> {
            if (status.matches("[0-9]{3}")) {
                response.put("description", HttpStatus.valueOf(Integer.parseInt(status)).getReason());
                response.computeIfPresent("content", (key, content) -> streamsAreText(map(content)));
            }
        });
        operation.put("responses", new LinkedHashMap<>(responses));
    }

    /** The compiler describes the class that writes an event, not the text that goes out. */
    private static Map<String, Object> streamsAreText(Map<String, Object> content) {
        content.computeIfPresent("text/event-stream", (type, described) -> Map.of("schema", Map.of("type", "string")));
        return content;
    }

    @SuppressWarnings("unchecked") // what the parser gives for a YAML mapping
    private static <V> Map<String, V> map(Object node) {
        return (Map<String, V>) node;
    }

    private static DumperOptions style() {
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setWidth(120);
        return style;
    }
}
