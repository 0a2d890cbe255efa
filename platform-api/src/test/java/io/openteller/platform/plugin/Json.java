package io.openteller.platform.plugin;

import java.util.List;
import java.util.Map;

/** A JSON object that a test asks for its fields. */
public record Json(Map<String, Object> fields) {

    /** The field, written out; "null" if it is not there. */
    public String text(String field) {
        return String.valueOf(fields.get(field));
    }

    @SuppressWarnings("unchecked") // a wrong shape fails the test that asks
    public List<Json> objects(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(one -> new Json((Map<String, Object>) one)).toList()
                : List.of();
    }
}
