package io.openteller.connectors;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the maps and lists that JSONata works on, and back. */
final class Plain {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Up to here every whole number has a double of its own. */
    private static final double EXACT = 9_007_199_254_740_992d;

    private Plain() {}

    static @Nullable Object of(JsonNode json) {
        if (json.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            json.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
            return map;
        }
        if (json.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            json.forEach(item -> list.add(of(item)));
            return list;
        }
        if (json.isIntegralNumber()) {
            return json.canConvertToInt() ? (Object) json.intValue() : json.canConvertToLong() ? (Object) json.longValue() : (Object) json.doubleValue();
        }
        if (json.isNumber()) {
            return json.doubleValue();
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.isTextual() ? json.textValue() : null;
    }

    /** @throws IllegalArgumentException if it is none, such as a function */
    static JsonNode json(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                map.forEach((name, each) -> object.set(String.valueOf(name), json(each)));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                list.forEach(each -> array.add(json(each)));
                yield array;
            }
            case String text -> NODES.textNode(text);
            case Boolean yes -> NODES.booleanNode(yes);
            case Integer whole -> NODES.numberNode((long) whole);
            case Long whole -> NODES.numberNode(whole);
            case Number number -> number(number.doubleValue());
            default -> {
                if (value == Jsonata.NULL_VALUE) {
                    yield NODES.nullNode();
                }
                throw new IllegalArgumentException("the result is no JSON");
            }
        };
    }

    private static JsonNode number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("the result is no number");
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT;
        return whole ? NODES.numberNode((long) number) : NODES.numberNode(number);
    }
}
