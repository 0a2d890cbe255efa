package io.openteller.procedures.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Parses text into a tree, with a refusal for everything that would let the same text mean two things, or a small text become
 * a large tree: fields written twice, anchors and aliases, tags, second documents, deep nesting.
 */
class StrictTree {

    private static final int MAX_DEPTH = 24;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = YAMLFactory.builder().loaderOptions(yamlLimits()).build();

    private static LoaderOptions yamlLimits() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH + 2);
        options.setCodePointLimit(Definitions.MAX_BYTES + 1);
        return options;
    }

    JsonNode read(String text) throws BadDefinition {
        if (text.getBytes(StandardCharsets.UTF_8).length > Definitions.MAX_BYTES) {
            throw refused("is larger than 1 MB");
        }
        boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
        try (JsonParser parser = (json ? JSON : YAML).createParser(text)) {
            if (parser.nextToken() == null) {
                throw refused("is empty");
            }
            JsonNode tree = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw refused("ends, and then something else begins" + line(parser));
            }
            return tree;
        } catch (JsonProcessingException broken) {
            throw refused("is not " + (json ? "JSON" : "YAML") + line(broken.getLocation()) + ": " + why(broken));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What the parser says, without the piece of text and the place that it shows with it. */
    private static String why(JsonProcessingException broken) {
        String said = broken.getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith(" ") && !line.startsWith("("))
                .collect(Collectors.joining(", "));
        return said.matches(".*flow mapping.*but got [?{\\[]")
                ? said + "; between { and } a text with such a sign stands in quotes"
                : said;
    }

    private static JsonNode value(JsonParser parser, String path, int depth) throws IOException, BadDefinition {
        if (depth > MAX_DEPTH) {
            throw refused("is nested deeper than " + MAX_DEPTH + " levels" + line(parser));
        }
        if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || yaml.getObjectId() != null)) {
            throw refused("has an anchor or alias, which are not read, at '" + path + "'" + line(parser));
        }
        if (parser instanceof YAMLParser yaml && yaml.getTypeId() != null) {
            throw refused("has a tag, which are not read, at '" + path + "'" + line(parser));
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, path, depth);
            case START_ARRAY -> array(parser, path, depth);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> number(parser, path);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw refused("breaks off" + line(parser));
        };
    }

    private static JsonNode number(JsonParser parser, String path) throws IOException, BadDefinition {
        if (parser.getNumberType() != JsonParser.NumberType.INT && parser.getNumberType() != JsonParser.NumberType.LONG) {
            throw refused("has too large a number at '" + path + "'" + line(parser));
        }
        return NODES.numberNode(parser.getLongValue());
    }

    private static ObjectNode object(JsonParser parser, String path, int depth) throws IOException, BadDefinition {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            if (parser instanceof YAMLParser yaml && (yaml.isCurrentAlias() || name.equals("<<"))) {
                throw refused("has an anchor or alias, which are not read, at '" + inner + "'" + line(parser));
            }
            if (object.has(name)) {
                throw new BadDefinition(List.of(twice(inner, line(parser))));
            }
            parser.nextToken();
            object.set(name, value(parser, inner, depth + 1));
        }
        return object;
    }

    private static Fault twice(String path, String line) {
        String[] parts = path.split("\\.", 3);
        boolean inNode = parts.length > 1 && parts[0].equals("nodes");
        return Fault.at(inNode ? parts[1] : null, inNode ? (parts.length > 2 ? parts[2] : "") : path, "is written twice" + line);
    }

    private static ArrayNode array(JsonParser parser, String path, int depth) throws IOException, BadDefinition {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, path + "[" + array.size() + "]", depth + 1));
        }
        return array;
    }

    private static String line(JsonParser parser) {
        return line(parser.currentLocation());
    }

    private static String line(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? "" : " (line " + location.getLineNr() + ")";
    }

    private static BadDefinition refused(String what) {
        return new BadDefinition(List.of(Fault.at(null, "", what)));
    }
}
