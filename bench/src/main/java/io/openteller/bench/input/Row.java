package io.openteller.bench.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;

/**
 * One labelled record of a file.
 *
 * @param where file and record number, for messages
 */
public record Row(String where, JsonNode fields) {

    /** The first of the named fields that the row has; all of them are names for the same thing. */
    public String text(String... names) {
        return optionalText(names)
                .orElseThrow(() -> new BadInput(where + ": no field " + String.join(" or ", names)));
    }

    public Optional<String> optionalText(String... names) {
        return Arrays.stream(names)
                .map(fields::get)
                .filter(value -> value != null && value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .findFirst();
    }

    /** A list or an object, as it stands. */
    public JsonNode node(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            throw new BadInput(where + ": no field " + name);
        }
        return value;
    }
}
