package io.openteller.plugins.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** JSON Schemas by what they allow, and not by how they are written. */
final class Schemas {

    private Schemas() {}

    /** Names, types, required names and enumerations of {@code there} are all in {@code here}. */
    static boolean same(JsonNode here, JsonNode there) {
        if (!here.path("type").asText().equalsIgnoreCase(there.path("type").asText())
                || !names(here.path("properties")).equals(names(there.path("properties")))
                || !texts(here.path("required")).equals(texts(there.path("required")))
                || !texts(here.path("enum")).equals(texts(there.path("enum")))) {
            return false;
        }
        for (String name : names(there.path("properties"))) {
            if (!same(here.path("properties").path(name), there.path("properties").path(name))) {
                return false;
            }
        }
        return !there.has("items") || same(here.path("items"), there.path("items"));
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
