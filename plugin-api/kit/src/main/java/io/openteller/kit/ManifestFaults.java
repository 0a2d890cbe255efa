package io.openteller.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.Manifests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Everything that is wrong with a plugin.json, and not only the first thing: a field that is refused is told and then put
 * right in a copy, until nothing is refused.
 */
final class ManifestFaults {

    private static final int MOST = 40;
    private static final Pattern FIELD = Pattern.compile("plugin\\.json: ([A-Za-z]+)(?:\\.([A-Za-z]+))?");
    private static final String GOOD = """
            {"id": "good-plugin", "version": "1.0.0", "spi": ">=1.0.0 <2.0.0", "name": "Good", "description": "Good",
             "license": "Apache-2.0", "publisher": {"name": "Good", "key": ""}, "kinds": ["banking"], "capabilities": [],
             "egress": [], "dataRead": [],
             "resources": {"timeoutMillis": 1000, "heapMegabytes": 64, "callsPerSecond": 1, "callsAtOnce": 1},
             "settings": {"type": "object"}, "privacy": "Good"}""";

    private ManifestFaults() {}

    /** @param source whether it is an author's own, before packing has written capabilities and settings */
    static List<String> of(byte[] json, boolean source) throws IOException {
        JsonNode good = PublicKeyFile.JSON.readTree(GOOD);
        JsonNode read;
        try {
            read = PublicKeyFile.JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            return List.of("plugin.json is no JSON: " + malformed.getOriginalMessage() + ", line "
                    + malformed.getLocation().getLineNr());
        }
        if (!(read instanceof ObjectNode tree)) {
            return List.of("plugin.json must be an object");
        }
        List<String> faults = new ArrayList<>();
        if (source) {
            completed(tree, good, faults);
        }
        for (int i = 0; i < MOST; i++) {
            if (!(Manifests.read(PublicKeyFile.JSON.writeValueAsBytes(tree)) instanceof Manifests.Reading.Malformed(var words))) {
                return faults;
            }
            faults.add(words);
            if (!mended(tree, good, words)) {
                return faults;
            }
        }
        return faults;
    }

    private static void completed(ObjectNode tree, JsonNode good, List<String> faults) {
        for (String written : List.of("capabilities", "settings")) {
            if (tree.has(written)) {
                faults.add("plugin.json: " + written + " is written by packing, from the plugin itself: leave it out");
            }
            tree.set(written, good.get(written));
        }
        // What the settings are is seen when it is packed.
        if (tree.path("egress") instanceof ArrayNode hosts) {
            for (int i = hosts.size() - 1; i >= 0; i--) {
                if (hosts.get(i).asText().matches("\\{[A-Za-z][A-Za-z0-9]*}")) {
                    hosts.remove(i);
                }
            }
        }
        if (tree.path("publisher") instanceof ObjectNode publisher) {
            publisher.put("key", "");
        }
    }

    private static boolean mended(ObjectNode tree, JsonNode good, String words) {
        Matcher field = FIELD.matcher(words);
        if (!field.find()) {
            return false;
        }
        return field.group(2) != null && tree.path(field.group(1)) instanceof ObjectNode inner
                ? put(inner, good.path(field.group(1)), field.group(2))
                : put(tree, good, field.group(1));
    }

    /** A field that good ones do not have goes; any other becomes a good one. */
    private static boolean put(ObjectNode tree, JsonNode good, String name) {
        if (!good.has(name)) {
            return tree.remove(name) != null;
        }
        JsonNode before = tree.get(name);
        tree.set(name, good.get(name));
        return !good.get(name).equals(before);
    }
}
