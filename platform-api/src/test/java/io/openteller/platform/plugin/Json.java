package io.openteller.platform.plugin;

import java.util.List;
import java.util.Map;

/** A JSON object that a test asks for its fields. */
record Json(Map<String, Object> fields) {

    /** The field, written out; "null" if it is not there. */
    String text(String field) {
        return String.valueOf(fields.get(field));
    }

    @SuppressWarnings("unchecked") // a wrong shape fails the test that asks
    List<Json> objects(String field) {
        return fields.get(field) instanceof List<?> list
                ? list.stream().map(one -> new Json((Map<String, Object>) one)).toList()
                : List.of();
    }
}
