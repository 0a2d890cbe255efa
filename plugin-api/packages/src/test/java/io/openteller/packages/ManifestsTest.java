package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.openteller.packages.Manifests.Reading;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {

    /** A change to a sound plugin.json, and what is said about it. */
    private static Arguments bad(String words, Consumer<ObjectNode> change) {
        ObjectNode manifest = sound();
        change.accept(manifest);
        return Arguments.of(words, manifest.toString());
    }

    private static ObjectNode sound() {
        return (ObjectNode) Manifests.tree(MadePackage.manifest("1.0.0").getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                bad("id must be", json -> json.put("id", "Big")),
                bad("id must be", json -> json.put("id", "a--b")),
                bad("id must be", json -> json.put("id", "ends-")),
                bad("id must be", json -> json.remove("id")),
                bad("version must be a semantic version", json -> json.put("version", "1.0")),
                bad("version must be a semantic version", json -> json.put("version", "01.0.0")),
                bad("version is missing", json -> json.put("version", 1)),
                bad("spi must be a range", json -> json.put("spi", "*")),
                bad("spi must be a range", json -> json.put("spi", ">=1.0.0 & <2.0.0")),
                bad("spi is missing", json -> json.put("spi", " ")),
                bad("name is longer than 80", json -> json.put("name", "n".repeat(81))),
                bad("description is missing", json -> json.putNull("description")),
                bad("license is missing", json -> json.remove("license")),
                bad("publisher must be an object", json -> json.put("publisher", "Tests")),
                bad("publisher.key must be", json -> json.withObject("publisher").put("key", "nonsense")),
                bad("publisher.mail is not known", json -> json.withObject("publisher").put("mail", "a@b.example")),
                bad("lifecycle must be the full name", json -> json.put("lifecycle", "../Life")),
                bad("kinds[1] must be one of", json -> json.withArray("kinds").add("gambling")),
                bad("kinds names something twice", json -> json.withArray("kinds").add("banking")),
                bad("capabilities[0].name must be", json -> first(json).put("name", "a.B")),
                bad("capabilities[0].risk is not known", json -> first(json).put("risk", "READ")),
                bad("capabilities[0].operations[0].risk must be one of [READ, CHANGE, MONEY]",
                        json -> operation(json).put("risk", "NONE")),
                bad("capabilities[0].operations[0].assurance must be", json -> operation(json).put("assurance", 3)),
                bad("capabilities[0].operations[0].reversible must be true or false",
                        json -> operation(json).put("reversible", "true")),
                bad("capabilities[0].operations[0].idempotent must be", json -> operation(json).remove("idempotent")),
                bad("egress must be a list", json -> json.put("egress", "api.bank.example")),
                bad("dataRead[1] must be one of", json -> json.withArray("dataRead").add("EVERYTHING")),
                bad("resources.timeoutMillis must be a whole number from 100 to 120000",
                        json -> json.withObject("resources").put("timeoutMillis", 99)),
                bad("resources.timeoutMillis must be", json -> json.withObject("resources").put("timeoutMillis", 120_001)),
                bad("resources.heapMegabytes must be", json -> json.withObject("resources").put("heapMegabytes", 1 << 20)),
                bad("resources.callsPerSecond must be", json -> json.withObject("resources").put("callsPerSecond", 1.5)),
                bad("resources.callsAtOnce must be", json -> json.withObject("resources").remove("callsAtOnce")),
                bad("resources.threads is not known", json -> json.withObject("resources").put("threads", 1)),
                bad("settings must be a JSON Schema", json -> json.put("settings", true)),
                bad("settings must be a JSON Schema", json -> json.putObject("settings")),
                bad("privacy is missing", json -> json.put("privacy", "")),
                bad("colour is not known", json -> json.put("colour", "red")));
    }

    private static ObjectNode first(ObjectNode manifest) {
        return (ObjectNode) manifest.at("/capabilities/0");
    }

    private static ObjectNode operation(ObjectNode manifest) {
        return (ObjectNode) manifest.at("/capabilities/0/operations/0");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_cannot_be_is_refused_by_the_name_of_its_field(String words, String json) {
        assertThat(Manifests.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Malformed.class, it -> assertThat(it.words()).startsWith("plugin.json: ").contains(words));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void the_published_schema_refuses_it_too(String words, String json) throws Exception {
        assertThat(schema().validate(json, InputFormat.JSON)).as(words).isNotEmpty();
    }

    @Test
    void the_published_schema_takes_what_packing_writes() throws Exception {
        byte[] written = Manifests.write(read(sound()));
        assertThat(schema().validate(new String(written, StandardCharsets.UTF_8), InputFormat.JSON)).isEmpty();
    }

    private static Schema schema() throws Exception {
        try (InputStream schema = Manifests.class.getResourceAsStream(Manifests.SCHEMA)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(schema));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "*", "*.example", "http://api.bank.example", "api.bank.example/path", "API.bank.example", "api..example",
                "-a.example", "a.example:0", "a.example:65536", "a.*.example", "{}", "{a b}", "a b", "*.bank.example:x"
            })
    void a_host_that_is_none_is_refused(String host) {
        assertThat(Manifests.read(egress(host)))
                .isInstanceOfSatisfying(
                        Reading.Malformed.class, it -> assertThat(it.words()).contains("egress[0] must be a host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.bank.example", "*.bank.example", "localhost", "api.bank.example:8443", "10.0.0.1:80"})
    void a_host_is_taken(String host) {
        assertThat(Manifests.read(egress(host)))
                .isInstanceOfSatisfying(
                        Reading.Read.class, it -> assertThat(it.manifest().egress()).containsExactly(host));
    }

    private static byte[] egress(String host) {
        ObjectNode manifest = sound();
        manifest.putArray("egress").add(host);
        return manifest.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_setting_that_names_a_host_must_be_one_that_is_a_text() {
        ObjectNode manifest = sound();
        manifest.putArray("egress").add("{address}");
        assertThat(refusedFor(manifest)).contains("names {address}, and there is no such setting");
        ObjectNode property = manifest.withObject("settings").withObject("properties").putObject("address");
        property.put("type", "integer");
        assertThat(refusedFor(manifest)).contains("no such setting that is a text");
        property.put("type", "string");
        assertThat(read(manifest).egress()).isEqualTo(List.of("{address}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{} {}", "{\"id\": \"aaa\", \"id\": \"bbb\"}", "null"})
    void what_is_no_single_object_is_refused(String json) {
        assertThat(Manifests.read(json.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void a_very_large_one_is_refused_unread() {
        assertThat(Manifests.read(new byte[Manifests.MOST_BYTES + 1]))
                .isEqualTo(new Reading.Malformed("plugin.json: it is larger than 256 kB"));
    }

    @Test
    void what_is_written_is_read_again_as_the_same() {
        Manifest manifest = read(sound());
        byte[] written = Manifests.write(manifest);
        assertThat(Manifests.read(written)).isEqualTo(new Reading.Read(manifest));
        assertThat(Manifests.write(manifest)).isEqualTo(written);
    }

    private static String refusedFor(JsonNode json) {
        return ((Reading.Malformed) Manifests.read(json.toString().getBytes(StandardCharsets.UTF_8))).words();
    }

    private static Manifest read(JsonNode json) {
        return ((Reading.Read) Manifests.read(json.toString().getBytes(StandardCharsets.UTF_8))).manifest();
    }
}
