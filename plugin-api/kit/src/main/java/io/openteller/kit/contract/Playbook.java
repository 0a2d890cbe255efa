package io.openteller.kit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the author knows and the contract cannot guess: settings that mean something, arguments for which there is something to
 * find, and how the system behind the plugin answers. All of it may be left out; the calls then find nothing, and are held
 * against less.
 *
 * @param settings by name; {@code {server}} stands for the stand-in's address, {@code {folder}} for a folder that is
 *     empty in the beginning
 * @param arguments texts for the parameters of an operation, by {@code Interface.operation}
 * @param operations of the catalogue, for plugins that supply some
 */
record Playbook(
        Map<String, String> settings, Map<String, List<String>> arguments, List<Exchange> exchanges, List<Performed> operations) {

    static final Playbook EMPTY = new Playbook(Map.of(), Map.of(), List.of(), List.of());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One answer of the stand-in. In its body {@code {bank}} stands for the name of the bank that asks. */
    record Exchange(String method, String path, int status, String body) {}

    /** With a folder in the place of that word. */
    Playbook in(Path folder) {
        Map<String, String> placed = new LinkedHashMap<>();
        settings.forEach((name, value) -> placed.put(name, value.replace("{folder}", folder.toAbsolutePath().toString())));
        return new Playbook(placed, arguments, exchanges, operations);
    }

    /**
     * An operation that is done when that customer asks for it like this.
     *
     * @param name such as {@code cards.block/v1}
     * @param input JSON by its input schema
     */
    record Performed(String name, String customer, String input) {}

    /** @throws IllegalArgumentException if the file is none */
    static Playbook read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return EMPTY;
        }
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        Map<String, String> settings = new LinkedHashMap<>();
        root.path("settings").properties().forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        root.path("arguments").properties().forEach(one -> {
            List<String> texts = new ArrayList<>();
            one.getValue().forEach(text -> texts.add(text.isTextual() ? text.asText() : text.toString()));
            arguments.put(one.getKey(), texts);
        });
        List<Exchange> exchanges = new ArrayList<>();
        for (JsonNode one : root.path("exchanges")) {
            if (!one.path("path").asText().startsWith("/")) {
                throw new IllegalArgumentException(file + ": an exchange needs a path that begins with /");
            }
            JsonNode body = one.path("body");
            exchanges.add(new Exchange(
                    one.path("method").asText("GET"),
                    one.path("path").asText(),
                    one.path("status").asInt(200),
                    body.isTextual() ? body.asText() : body.toString()));
        }
        List<Performed> operations = new ArrayList<>();
        for (JsonNode one : root.path("operations")) {
            operations.add(new Performed(
                    one.path("name").asText(), one.path("customer").asText(), one.path("input").toString()));
        }
        return new Playbook(settings, arguments, exchanges, operations);
    }
}
