package io.openteller.connectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.connectors.Finding.Rule;
import io.openteller.operations.Catalogue;
import io.openteller.operations.Schemas;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Reads connectors, and says what is wrong with them. Safe for any thread. */
public final class Connectors {

    /** Characters of a document. */
    public static final int LONGEST = 400_000;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(LONGEST)
                            .maxNestingDepth(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonNode SCHEMA = schemaResource();

    private final Schemas schemas = new Schemas();
    private final Checker checker;

    public Connectors(Catalogue catalogue) {
        checker = new Checker(catalogue);
    }

    /** JSON Schema 2020-12 of the document. */
    public static String schema() {
        return SCHEMA.toPrettyString();
    }

    public Reading read(String document) {
        JsonNode tree;
        try {
            tree = STRICT.readTree(document);
        } catch (JsonProcessingException broken) {
            var at = broken.getLocation();
            return defective(at == null ? "it is no JSON" : "it is no JSON, from line " + at.getLineNr() + " on");
        }
        List<String> faults = schemas.faults(SCHEMA, tree.toString());
        if (!faults.isEmpty()) {
            return new Reading.Defective(faults.stream()
                    .map(fault -> new Finding(Rule.FORM, place(fault), fault.substring(fault.indexOf(": ") + 2)))
                    .toList());
        }
        try {
            Connector connector = STRICT.treeToValue(tree, Connector.class);
            List<Finding> findings = checker.check(connector);
            return findings.isEmpty() ? new Reading.Sound(connector) : new Reading.Defective(findings);
        } catch (JsonProcessingException unlike) {
            return defective("it is not of the form");
        }
    }

    private static String place(String fault) {
        return fault.substring(0, Math.max(0, fault.indexOf(": ")));
    }

    private static Reading defective(String sentence) {
        return new Reading.Defective(List.of(new Finding(Rule.FORM, "", sentence)));
    }

    private static JsonNode schemaResource() {
        try (InputStream schema = Connectors.class.getResourceAsStream("connector.schema.json")) {
            return STRICT.readTree(Objects.requireNonNull(schema));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
