package io.openteller.platform.plugin.internal.banks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.packages.Difference;
import io.openteller.packages.Manifest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is kept as JSON in this room's tables. */
final class Stored {

    private static final JsonMapper JSON = JsonMapper.builder().findAndAddModules().build();

    private Stored() {}

    static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can be written", impossible);
        }
    }

    static Map<String, Object> object(String json) {
        return read(json, new TypeReference<>() {});
    }

    static Map<String, String> texts(String json) {
        return read(json, new TypeReference<>() {});
    }

    static @Nullable Manifest manifest(@Nullable String json) {
        return json == null ? null : read(json, new TypeReference<Manifest>() {});
    }

    static Difference difference(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("what this room keeps cannot be read", broken);
        }
    }
}
