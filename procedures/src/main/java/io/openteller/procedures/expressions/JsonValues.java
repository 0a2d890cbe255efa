package io.openteller.procedures.expressions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cel.common.values.NullValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Between JSON and the values of expressions. Whole numbers come out as a JSON reader would read them, fields in one order. */
final class JsonValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    static Object toCel(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                node.properties().forEach(entry -> map.put(entry.getKey(), toCel(entry.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>(node.size());
                node.forEach(entry -> list.add(toCel(entry)));
                yield list;
            }
            case NUMBER -> node.canConvertToExactIntegral() && node.isIntegralNumber() && node.canConvertToLong()
                    ? (Object) node.longValue()
                    : (Object) node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case STRING, BINARY -> node.asText();
            case NULL, MISSING, POJO -> NullValue.NULL_VALUE;
        };
    }

    /** @throws Unwritable if it has no place in JSON */
    static JsonNode toJson(@Nullable Object value) throws Unwritable {
        return switch (value) {
            case null -> JSON.nullNode();
            case NullValue none -> JSON.nullNode();
            case com.google.protobuf.NullValue none -> JSON.nullNode();
            case String text -> JSON.textNode(text);
            case Boolean truth -> JSON.booleanNode(truth);
            case Integer number -> JSON.numberNode(number);
            case Long number -> whole(number);
            case com.google.common.primitives.UnsignedLong number -> whole(number.longValue());
            case Double number -> decimal(number);
            case Instant at -> JSON.textNode(at.toString());
            case java.time.Duration time -> JSON.textNode(time.toString());
            case List<?> list -> array(list);
            case Map<?, ?> map -> object(map);
            default -> throw new Unwritable("it gives something that cannot be kept: " + value.getClass().getSimpleName());
        };
    }

    private static JsonNode whole(long number) {
        return (int) number == number ? JSON.numberNode((int) number) : JSON.numberNode(number);
    }

    private static JsonNode decimal(double number) throws Unwritable {
        if (!Double.isFinite(number)) {
            throw new Unwritable("it gives a number without end");
        }
        return JSON.numberNode(number);
    }

    private static ArrayNode array(List<?> list) throws Unwritable {
        ArrayNode array = JSON.arrayNode(list.size());
        for (Object entry : list) {
            array.add(toJson(entry));
        }
        return array;
    }

    private static ObjectNode object(Map<?, ?> map) throws Unwritable {
        Map<String, JsonNode> fields = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String key)) {
                throw new Unwritable("its map has a key that is not text");
            }
            fields.put(key, toJson(entry.getValue()));
        }
        return JSON.objectNode().setAll(fields);
    }

    /** A value of CEL that JSON has no form for. */
    static final class Unwritable extends Exception {
        private static final long serialVersionUID = 1;

        Unwritable(String message) {
            super(message);
        }
    }
}
