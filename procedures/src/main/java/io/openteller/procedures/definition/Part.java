package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One object of a written definition, read field by field. What is wrong is added to the faults and something harmless given
 * instead, so that one reading finds all of it.
 */
class Part {

    private final ObjectNode object;
    private final @Nullable String node;
    private final String path;
    private final List<Fault> faults;

    Part(JsonNode value, @Nullable String node, String path, List<Fault> faults, String... known) {
        this.node = node;
        this.path = path;
        this.faults = faults;
        if (value instanceof ObjectNode fields) {
            object = fields;
        } else {
            object = JsonNodeFactory.instance.objectNode();
            fault("", "must be a group of fields");
        }
        if (known.length > 0) {
            Set<String> names = Set.of(known);
            object.fieldNames().forEachRemaining(name -> {
                if (!names.contains(name)) {
                    fault(name, "is not known here; there are " + String.join(", ", known));
                }
            });
        }
    }

    void fault(String field, String what) {
        faults.add(Fault.at(node, at(field), what));
    }

    boolean has(String field) {
        return object.has(field);
    }

    private String at(String field) {
        return path.isEmpty() || field.isEmpty() ? path + field : path + "." + field;
    }

    String text(String field, int longest) {
        JsonNode value = object.path(field);
        if (value.isTextual() && !value.textValue().isBlank() && length(value.textValue()) <= longest) {
            return value.textValue();
        }
        fault(field, value.isMissingNode() ? "is missing"
                : !value.isTextual() ? "must be text; write it in quotes"
                : value.textValue().isBlank() ? "must not be empty" : "is longer than " + longest + " characters");
        return "";
    }

    String text(String field, Pattern form, String example) {
        String text = text(field, Forms.LONGEST_TEXT);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            fault(field, "is '" + text + "', which is not of the form of " + example);
        }
        return text;
    }

    String node(String field) {
        return text(field, Forms.NODE, "a node's id, such as askCard");
    }

    String variable(String field) {
        return text(field, Forms.VARIABLE, "a variable's name, such as card");
    }

    @Nullable String variableIfAny(String field) {
        return has(field) ? variable(field) : null;
    }

    String expression(String field) {
        return text(field, Forms.LONGEST_EXPRESSION);
    }

    @Nullable String expressionIfAny(String field) {
        return has(field) ? expression(field) : null;
    }

    int number(String field, int least, int most, int without) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isIntegralNumber() && value.longValue() >= least && value.longValue() <= most) {
            return value.isMissingNode() ? without : value.intValue();
        }
        fault(field, "must be a whole number from " + least + " to " + most);
        return without;
    }

    /** False if it is not there. */
    boolean flag(String field) {
        JsonNode value = object.path(field);
        if (!value.isMissingNode() && !value.isBoolean()) {
            fault(field, "must be true or false");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E word(String field, Class<E> words) {
        return word(object.path(field), field, words);
    }

    private <E extends Enum<E>> E word(JsonNode value, String field, Class<E> words) {
        for (E constant : words.getEnumConstants()) {
            if (constant.name().equals(value.textValue())) {
                return constant;
            }
        }
        fault(field, (value.isMissingNode() ? "is missing" : "is '" + value.asText() + "'") + "; it must be one of "
                + String.join(", ", List.of(words.getEnumConstants()).stream().map(Enum::name).toList()));
        return words.getEnumConstants()[0];
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> words) {
        List<E> found = new ArrayList<>();
        each(field, true, (value, at) -> found.add(word(value, at, words)));
        if (Set.copyOf(found).size() < found.size()) {
            fault(field, "has the same entry twice");
        }
        return List.copyOf(found);
    }

    Wording wording(String field) {
        if (!has(field)) {
            fault(field, "is missing");
            return new Wording(Map.of());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        Part languages = languages(field);
        languages.names().forEach(language -> texts.put(language, languages.text(language, Forms.LONGEST_TEXT)));
        return new Wording(texts);
    }

    @Nullable Wording wordingIfAny(String field) {
        return has(field) ? wording(field) : null;
    }

    /** Phrases by language; none if the field is not there and need not be. */
    Map<String, List<String>> phrases(String field, boolean required) {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        if (has(field) || required) {
            Part languages = languages(field);
            languages.names().forEach(language -> phrases.put(language, languages.texts(language, true, Forms.LONGEST_TEXT, null, "")));
        }
        return phrases;
    }

    private Part languages(String field) {
        Part languages = part(field);
        if (languages.object.isEmpty() && object.path(field).isObject()) {
            fault(field, "has no language");
        }
        languages.names().forEach(language -> languages.name(language, Forms.LANGUAGE, "a language, such as en or hi-Latn"));
        return languages;
    }

    List<String> texts(String field, boolean required, int longest, @Nullable Pattern form, String example) {
        List<String> texts = new ArrayList<>();
        each(field, required, (value, at) -> {
            String text = value.isTextual() ? value.textValue() : "";
            if (text.isBlank() || length(text) > longest) {
                fault(at, "must be text of at most " + longest + " characters");
            } else if (form != null && !form.matcher(text).matches()) {
                fault(at, "is '" + text + "', which is not of the form of " + example);
            }
            texts.add(text);
        });
        return List.copyOf(texts);
    }

    /** An object whose fields are names of that form, with an expression each. */
    Map<String, String> expressions(String field, @Nullable Pattern form, String example) {
        Map<String, String> expressions = new LinkedHashMap<>();
        if (has(field)) {
            Part inner = part(field);
            inner.names().forEach(name -> {
                if (form != null) {
                    inner.name(name, form, example);
                } else if (name.isBlank() || name.length() > 200) {
                    inner.fault(name, "must have a name of at most 200 characters");
                }
                expressions.put(name, inner.expression(name));
            });
        }
        return expressions;
    }

    Map<Node.Edge, String> edges() {
        Map<Node.Edge, String> edges = new java.util.EnumMap<>(Node.Edge.class);
        if (has("on")) {
            Part on = part("on", EdgeNames.ALL);
            for (Node.Edge edge : Node.Edge.values()) {
                if (on.has(EdgeNames.of(edge))) {
                    edges.put(edge, on.node(EdgeNames.of(edge)));
                }
            }
        }
        return java.util.Collections.unmodifiableMap(edges);
    }

    <T> List<T> parts(String field, int most, Function<Part, T> read, String... known) {
        List<T> parts = new ArrayList<>();
        each(field, true, (value, at) -> parts.add(read.apply(new Part(value, node, at(at), faults, known))));
        if (parts.size() > most) {
            fault(field, "has more than " + most + " entries");
        }
        return List.copyOf(parts);
    }

    Part part(String field, String... known) {
        return new Part(object.path(field), node, at(field), faults, known);
    }

    <T> Map<String, T> map(BiFunction<String, JsonNode, T> read) {
        Map<String, T> map = new LinkedHashMap<>();
        names().forEach(name -> map.put(name, read.apply(name, object.path(name))));
        return map;
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    void name(String name, Pattern form, String example) {
        if (!form.matcher(name).matches()) {
            fault(name, "is not of the form of " + example);
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    @Nullable String plain(String field) {
        return object.path(field).textValue();
    }

    private void each(String field, boolean required, java.util.function.BiConsumer<JsonNode, String> entry) {
        JsonNode list = object.path(field);
        if (list.isMissingNode() && !required) {
            return;
        }
        if (!list.isArray() || list.isEmpty() && required) {
            fault(field, list.isMissingNode() ? "is missing" : list.isArray() ? "has no entry" : "must be a list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            entry.accept(list.path(i), field + "[" + i + "]");
        }
    }
}
