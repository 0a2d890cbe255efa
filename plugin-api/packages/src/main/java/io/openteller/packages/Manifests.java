package io.openteller.packages;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openteller.packages.Manifest.DataClass;
import io.openteller.packages.Manifest.Publisher;
import io.openteller.packages.Manifest.Resources;
import io.openteller.spi.Capability;
import io.openteller.spi.Capability.Assurance;
import io.openteller.spi.Capability.Operation;
import io.openteller.spi.Capability.RiskClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and writes plugin.json. What it does not know, it refuses. */
public final class Manifests {

    /** The JSON Schema of plugin.json, as a resource beside this class. */
    public static final String SCHEMA = "plugin.schema.json";

    static final int MOST_BYTES = 256 * 1024;
    static final Set<String> KINDS = Set.of("banking", "workflow", "llm", "channel", "identity", "knowledge");
    private static final Set<String> KNOWN = Set.of(
            "id", "version", "spi", "name", "description", "license", "publisher", "lifecycle", "kinds", "capabilities",
            "egress", "dataRead", "resources", "settings", "privacy");
    private static final Pattern ID = Pattern.compile("[a-z](?:-?[a-z0-9]){2,39}");
    private static final Pattern KEY = Pattern.compile("|[0-9a-f]{16}");
    private static final Pattern CLASS = Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)+");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,79}");
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Manifests() {}

    /** What reading came to. */
    public sealed interface Reading {

        record Read(Manifest manifest) implements Reading {}

        /** @param words for a person; names the field */
        record Malformed(String words) implements Reading {}
    }

    public static Reading read(byte[] json) {
        try {
            return new Reading.Read(parsed(json));
        } catch (Refusal refusal) {
            return new Reading.Malformed(refusal.words());
        }
    }

    /** The same manifest gives the same bytes. */
    public static byte[] write(Manifest manifest) {
        try {
            return (JSON.writeValueAsString(manifest).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a manifest can be written", impossible);
        }
    }

    static Manifest parsed(byte[] json) {
        if (json.length > MOST_BYTES) {
            throw Fields.bad("", "is larger than " + MOST_BYTES / 1024 + " kB");
        }
        return of(tree(json));
    }

    static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw Fields.bad("", "is no JSON: " + malformed.getOriginalMessage());
        } catch (IOException broken) {
            throw Fields.bad("", "cannot be read");
        }
    }

    static Manifest of(JsonNode tree) {
        Fields all = new Fields("", tree).only(KNOWN);
        Fields publisher = all.object("publisher").only(Set.of("name", "key"));
        Manifest read = new Manifest(
                all.text("id", ID, "3 to 40 lower-case letters, digits and single hyphens, beginning with a letter"),
                version(all),
                range(all),
                all.text("name", 80),
                all.text("description", 500),
                all.text("license", 80),
                new Publisher(
                        publisher.text("name", 80),
                        publisher.text("key", KEY, "16 hexadecimal digits, or empty until it is signed")),
                all.maybe("lifecycle", CLASS, "the full name of a class").orElse(null),
                all.list("kinds", Manifests::kind),
                all.list("capabilities", Manifests::capability),
                all.list("egress", Egress::read),
                all.list("dataRead", (path, one) -> Fields.constant(DataClass.class, path, one)),
                resources(all.object("resources").only(Set.of("timeoutMillis", "heapMegabytes", "callsPerSecond", "callsAtOnce"))),
                settings(all),
                all.text("privacy", 4000));
        Egress.checkSettings(read);
        return read;
    }

    private static String version(Fields all) {
        String version = all.text("version", 60);
        if (Semver.read(version).isEmpty()) {
            throw Fields.bad("version", "must be a semantic version such as 1.2.0");
        }
        return version;
    }

    private static String range(Fields all) {
        String range = all.text("spi", 120);
        if (SpiRange.read(range).isEmpty()) {
            throw Fields.bad("spi", "must be a range of versions such as >=1.0.0 <2.0.0");
        }
        return range;
    }

    private static String kind(String path, JsonNode one) {
        if (!one.isTextual() || !KINDS.contains(one.textValue())) {
            throw Fields.bad(path, "must be one of " + KINDS.stream().sorted().toList());
        }
        return one.textValue();
    }

    private static Capability capability(String path, JsonNode one) {
        Fields read = new Fields(path, one).only(Set.of("name", "operations"));
        List<Operation> operations = read.list("operations", Manifests::operation);
        return new Capability(read.text("name", NAME, "the simple name of an interface"), operations);
    }

    private static Operation operation(String path, JsonNode one) {
        Fields read = new Fields(path, one).only(Set.of("name", "risk", "assurance", "reversible", "idempotent"));
        return new Operation(
                read.text("name", NAME, "the name of a method"),
                read.constant(RiskClass.class, "risk"),
                read.constant(Assurance.class, "assurance"),
                read.flag("reversible"),
                read.flag("idempotent"));
    }

    private static Resources resources(Fields read) {
        return new Resources(
                read.number("timeoutMillis", 100, 120_000),
                read.number("heapMegabytes", 16, 2048),
                read.number("callsPerSecond", 1, 10_000),
                read.number("callsAtOnce", 1, 256));
    }

    private static JsonNode settings(Fields all) {
        JsonNode schema = all.node().path("settings");
        if (!schema.isObject() || !schema.path("type").asText().equals("object")) {
            throw Fields.bad("settings", "must be a JSON Schema of an object");
        }
        return schema;
    }
}
