package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One exchange with a real service, as somebody recorded it.
 *
 * @param request null where it was not JSON
 * @param body as it came over the wire
 */
record Recorded(String name, URI address, JsonNode request, int status, Map<String, String> headers, byte[] body) {

    static final ObjectMapper JSON = new ObjectMapper();

    static List<Recorded> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Recorded> all = new ArrayList<>();
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> all.addAll(of(file)));
            return all;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Recorded> of(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(64 * 1024 * 1024);
        List<Recorded> recorded = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode cassette = JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(in));
            int number = 0;
            for (JsonNode one : cassette.path("interactions")) {
                String name = file.getFileName() + "#" + number++;
                recorded.add(one.has("request") ? of(name, one) : foreign(name));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return recorded;
    }

    private static Recorded foreign(String name) {
        return new Recorded(name, URI.create("other:protocol"), JSON.nullNode(), 0, Map.of(), new byte[0]);
    }

    private static Recorded of(String name, JsonNode one) throws IOException {
        JsonNode request = one.path("request");
        JsonNode response = one.path("response");
        Map<String, String> headers = new HashMap<>();
        response.path("headers")
                .fields()
                .forEachRemaining(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT), header.getValue().path(0).asText()));
        byte[] body = response.has("parsed_body")
                ? JSON.writeValueAsBytes(response.path("parsed_body"))
                : response.path("body").path("string").asText().getBytes(StandardCharsets.UTF_8);
        return new Recorded(
                name,
                URI.create(request.path("uri").asText().replace(" ", "%20")),
                request.path("parsed_body"),
                response.path("status").path("code").asInt(),
                headers,
                body);
    }

    JsonNode answer() {
        try {
            return JSON.readTree(body);
        } catch (IOException none) {
            return JSON.nullNode();
        }
    }

    /** The data of each event, of a stream. */
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        for (String line : new String(body, StandardCharsets.UTF_8).split("\r?\n")) {
            if (line.startsWith("data:") && !line.contains("[DONE]")) {
                try {
                    events.add(JSON.readTree(line.substring(5)));
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
        return events;
    }
}
