package io.openteller.procedures.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The written form of definitions: JSON, or YAML of the same tree. */
public final class Definitions {

    /** Largest text that is read, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1_000_000;

    public static final int MAX_NODES = 500;

    private Definitions() {}

    /**
     * Reads JSON or YAML; which of them is seen from the text. Nothing is overlooked: a field that is not known, written twice
     * or of the wrong kind is a fault, and so are YAML's anchors, aliases and tags.
     */
    public static Definition read(String text) throws BadDefinition {
        return of(new StrictTree().read(text));
    }

    /** Reads a tree that was parsed elsewhere; whatever parsed it must have refused fields written twice. */
    public static Definition of(JsonNode tree) throws BadDefinition {
        return DefinitionReader.read(tree);
    }

    /**
     * The definition as a tree in its canonical order, which depends on what it says alone: nodes in the order in which they are
     * walked from the start, languages and variables by name, empty fields left out.
     */
    public static ObjectNode tree(Definition definition) {
        return DefinitionWriter.tree(definition);
    }

    /** Ids of the nodes in the order in which {@link #tree} has them: as a reader comes to them. */
    public static List<String> order(Definition definition) {
        return Walk.order(definition);
    }

    /** {@link #tree} as indented JSON. */
    public static String json(Definition definition) {
        return Written.json(tree(definition));
    }

    /** {@link #tree} as YAML. */
    public static String yaml(Definition definition) {
        return Written.yaml(tree(definition));
    }

    /**
     * Reads the definition style of visual LangGraph tools: a JSON list of steps with {@code id}, {@code type}, {@code params} and
     * {@code conditions} (condition to step).
     *
     * @param language of its texts
     * @throws BadDefinition if it is no such list
     */
    public static Imported fromSteps(String json, String language) throws BadDefinition {
        return StepsImport.read(json, language);
    }

    /** The published JSON Schema 2020-12 of the written form. */
    public static String schema() {
        try (InputStream file = Objects.requireNonNull(Definitions.class.getResourceAsStream("procedure.schema.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
