package io.openteller.connectors.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.HashSet;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;

/** A file as a tree, whose {@code $ref}s lead to other places of the same file and nowhere else. */
final class Tree {

    private static final int LONGEST = 8_000_000;
    private static final int LONGEST_CHAIN = 20;
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxDocumentLength(LONGEST)
            .maxNestingDepth(200)
            .build();

    private final JsonNode root;
    private final Set<String> elsewhere = new HashSet<>();

    private Tree(JsonNode root) {
        this.root = root;
    }

    static Tree of(String text) throws NotImported {
        if (text.length() > LONGEST) {
            throw new NotImported("The file is longer than 8 MB.");
        }
        ObjectMapper mapper = text.stripLeading().startsWith("{") ? new ObjectMapper() : new ObjectMapper(yaml());
        mapper.getFactory().setStreamReadConstraints(BOUNDS);
        try {
            return new Tree(mapper.readTree(text));
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            throw new NotImported("The file is neither JSON nor YAML" + (at == null ? "." : ", from line " + at.getLineNr() + " on."));
        } catch (StackOverflowError deep) {
            throw new NotImported("The file is nested too deeply.");
        }
    }

    private static YAMLFactory yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setMaxAliasesForCollections(50);
        options.setNestingDepthLimit(200);
        options.setAllowDuplicateKeys(false);
        return YAMLFactory.builder().loaderOptions(options).build();
    }

    JsonNode root() {
        return root;
    }

    /** What it stands for; missing if its {@code $ref} leads out of the file, in a circle or nowhere. */
    JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            JsonNode ref = at.path("$ref");
            if (!ref.isTextual()) {
                return at;
            }
            if (!ref.textValue().startsWith("#/")) {
                elsewhere.add(ref.textValue());
                return root.path("");
            }
            at = root.at(decoded(ref.textValue().substring(1)));
        }
        return root.path("");
    }

    private static String decoded(String pointer) {
        return pointer.replace("%7B", "{").replace("%7D", "}").replace("%20", " ");
    }

    /** How many {@code $ref}s led out of the file. */
    int elsewhere() {
        return elsewhere.size();
    }
}
