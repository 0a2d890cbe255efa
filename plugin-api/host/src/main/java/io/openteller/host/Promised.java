package io.openteller.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openteller.packages.Manifest;
import io.openteller.spi.Capability;
import io.openteller.spi.OpentellerPlugin;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a plugin's code says of itself must be what its signed description says: that is what banks agreed to. */
final class Promised {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Promised() {}

    static void check(Manifest manifest, Hosted hosted) {
        List<Capability> said;
        String schema;
        try {
            said = hosted.plugin().capabilities();
            schema = hosted.plugin().settingsSchema();
        } catch (PluginFailure failure) {
            throw new PluginRejected("it cannot describe itself: " + failure.getMessage(), failure);
        }
        Map<String, Set<Capability.Operation>> promised = byName(manifest.capabilities());
        if (!byName(said).equals(promised)) {
            throw new PluginRejected("its code names the capabilities " + byName(said).keySet()
                    + " and its description " + promised.keySet() + ", or their operations differ");
        }
        if (!json(schema).equals(manifest.settings())) {
            throw new PluginRejected("its code asks for other settings than its description");
        }
    }

    private static Map<String, Set<Capability.Operation>> byName(List<Capability> capabilities) {
        return capabilities.stream()
                .filter(one -> !one.name().equals(OpentellerPlugin.class.getSimpleName()))
                .collect(Collectors.toMap(
                        Capability::name, one -> Set.copyOf(one.operations()), (one, other) -> one, TreeMap::new));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new PluginRejected("its settings schema is no JSON", malformed);
        }
    }
}
