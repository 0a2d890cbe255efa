package io.openteller.packages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** An object of plugin.json, asked for its fields; refuses in words that name the field. */
record Fields(String path, JsonNode node) {

    private static final int MOST_ITEMS = 64;

    /** Fields that nobody reads are mistakes, or something that a reviewer would overlook. */
    Fields only(Set<String> known) {
        if (!node.isObject()) {
            throw bad(path, "must be an object");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw bad(at(name), "is not known");
            }
        }
        return this;
    }

    String text(String name, int longest) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw bad(at(name), "is missing");
        }
        if (value.textValue().length() > longest) {
            throw bad(at(name), "is longer than " + longest + " characters");
        }
        return value.textValue();
    }

    String text(String name, Pattern form, String such) {
        JsonNode value = node.path(name);
        if (!value.isTextual() || !form.matcher(value.textValue()).matches()) {
            throw bad(at(name), "must be " + such);
        }
        return value.textValue();
    }

    Optional<String> maybe(String name, Pattern form, String such) {
        return node.has(name) ? Optional.of(text(name, form, such)) : Optional.empty();
    }

    int number(String name, int least, int most) {
        JsonNode value = node.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < least || value.intValue() > most) {
            throw bad(at(name), "must be a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isBoolean()) {
            throw bad(at(name), "must be true or false");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type, String name) {
        return constant(type, at(name), node.path(name));
    }

    static <E extends Enum<E>> E constant(Class<E> type, String path, JsonNode value) {
        for (E one : type.getEnumConstants()) {
            if (value.isTextual() && one.name().equals(value.textValue())) {
                return one;
            }
        }
        throw bad(path, "must be one of " + List.of(type.getEnumConstants()));
    }

    Fields object(String name) {
        return new Fields(at(name), node.path(name));
    }

    /** Without repetition. */
    <T> List<T> list(String name, BiFunction<String, JsonNode, T> item) {
        JsonNode value = node.path(name);
        if (!value.isArray() || value.size() > MOST_ITEMS) {
            throw bad(at(name), "must be a list of at most " + MOST_ITEMS);
        }
        List<T> items = new ArrayList<>();
        for (JsonNode one : value) {
            T read = item.apply(at(name) + "[" + items.size() + "]", one);
            if (items.contains(read)) {
                throw bad(at(name), "names something twice");
            }
            items.add(read);
        }
        return List.copyOf(items);
    }

    String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static Refusal bad(String path, String what) {
        return new Refusal(Reason.MANIFEST, "plugin.json: " + (path.isEmpty() ? "it" : path) + " " + what);
    }
}
