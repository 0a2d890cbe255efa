package io.openteller.plugins.restbank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The connector of the invented bank, and what tests make of it. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String LARKFIELD = resource();

    private Documents() {}

    /** The same without what is at a place. */
    static String without(String pointer) {
        return changed(pointer, null);
    }

    /** The same with another value at a place. */
    static String with(String pointer, String json) {
        return changed(pointer, json);
    }

    private static String changed(String pointer, @Nullable String json) {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(LARKFIELD);
            int cut = pointer.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, cut));
            String name = pointer.substring(cut + 1).replace("~1", "/");
            if (json == null) {
                parent.remove(name);
            } else {
                parent.set(name, JSON.readTree(json));
            }
            return document.toString();
        } catch (JsonProcessingException typo) {
            throw new AssertionError(typo);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException typo) {
            throw new AssertionError(typo);
        }
    }

    private static String resource() {
        try (InputStream file = Documents.class.getResourceAsStream("/larkfield.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
