package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openteller.packages.Packing.Packed;
import io.openteller.packages.Packing.Parts;
import io.openteller.packages.Verification.Verified;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackingTest {

    @TempDir
    Path folder;

    private Path target = Path.of("");

    @BeforeEach
    void tell_the_classes_where_to_write() {
        target = folder.resolve("target");
        System.setProperty(Compiled.PROPERTY, folder.resolve("ran.txt").toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Compiled.PROPERTY);
    }

    @Test
    void what_is_packed_and_signed_is_verified() throws IOException {
        Packed.Zip packed = packed(parts(json -> {}));
        assertThat(packed.file()).isEqualTo(target.resolve("made-1.0.0.zip"));
        assertThat(packed.manifest().publisher().key()).isEmpty();
        assertThat(packed.manifest().capabilities()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("AccountReader");
            assertThat(one.operations()).extracting("name").containsExactly("accounts");
        });
        assertThat(packed.manifest().settings().path("type").asText()).isEqualTo("object");
        Manifest signed = Signing.sign(packed.file(), Planted.PARTNER, packed.file());
        assertThat(signed.publisher().key()).isEqualTo(Planted.PARTNER.id());
        Path work = Files.createDirectory(folder.resolve("work"));
        assertThat(Verifier.verify(packed.file(), Planted.KEYS, work, Rules.alone()))
                .isInstanceOfSatisfying(
                        Verified.class, it -> assertThat(it.what().manifest()).isEqualTo(signed));
    }

    @Test
    void the_same_parts_give_the_same_bytes() throws IOException {
        Parts parts = parts(json -> {});
        byte[] once = Files.readAllBytes(packed(parts).file());
        Files.setLastModifiedTime(parts.libraries().getFirst(), FileTime.fromMillis(0));
        assertThat(packed(parts).file()).hasBinaryContent(once);
        Path zip = target.resolve("made-1.0.0.zip");
        Signing.sign(zip, Planted.PARTNER, zip);
        byte[] signed = Files.readAllBytes(zip);
        Signing.sign(zip, Planted.PARTNER, zip);
        assertThat(zip).hasBinaryContent(signed);
    }

    @Test
    void a_second_signature_takes_the_place_of_the_first() throws IOException {
        Path zip = packed(parts(json -> {})).file();
        Signing.sign(zip, SigningKey.generate(), zip);
        Signing.sign(zip, Planted.PARTNER, zip);
        assertThat(Verifier.verify(zip, Planted.KEYS, Files.createDirectory(folder.resolve("work")), Rules.alone()))
                .isInstanceOf(Verified.class);
    }

    @Test
    void what_it_can_do_is_not_written_by_hand() throws IOException {
        assertThat(refusedFor(parts(json -> json.putArray("capabilities")))).contains("capabilities is written by packing");
        assertThat(refusedFor(parts(json -> json.putObject("settings")))).contains("settings is written by packing");
    }

    @Test
    void a_mistake_in_plugin_json_is_named() throws IOException {
        assertThat(refusedFor(parts(json -> json.put("version", "one")))).contains("version must be a semantic version");
        assertThat(refusedFor(parts(json -> json.remove("privacy")))).contains("privacy is missing");
    }

    @Test
    void without_an_index_there_is_nothing_to_ask() throws IOException {
        Parts parts = parts(json -> {});
        Files.delete(parts.classes().resolve("META-INF/extensions.idx"));
        assertThat(refusedFor(parts)).contains("no index of extensions");
    }

    @Test
    void only_a_package_can_be_signed() throws IOException {
        Path words = Files.writeString(folder.resolve("words.zip"), "words");
        assertThatThrownBy(() -> Signing.sign(words, Planted.PARTNER, words)).isInstanceOf(IOException.class);
        Path odd = Files.write(folder.resolve("odd.zip"), MadePackage.zip(Map.of("classes/a", new byte[0])));
        assertThatThrownBy(() -> Signing.sign(odd, Planted.PARTNER, odd)).hasMessageContaining("no plugin.json");
        byte[] before = Files.readAllBytes(odd);
        assertThat(odd).hasBinaryContent(before);
    }

    private Packed.Zip packed(Parts parts) throws IOException {
        Packed packed = Packing.pack(parts, target);
        assertThat(packed).isInstanceOf(Packed.Zip.class);
        return (Packed.Zip) packed;
    }

    private String refusedFor(Parts parts) throws IOException {
        Packed packed = Packing.pack(parts, target);
        assertThat(packed).isInstanceOf(Packed.Failed.class);
        assertThat(target).doesNotExist();
        return ((Packed.Failed) packed).words();
    }

    /** What a build leaves. */
    private Parts parts(Consumer<ObjectNode> change) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        SortedMap<String, byte[]> compiled = Compiled.of(MadePackage.ABOUT, MadePackage.ACCOUNTS);
        for (Map.Entry<String, byte[]> one : compiled.entrySet()) {
            Path file = classes.resolve(one.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, one.getValue());
        }
        Path index = classes.resolve("META-INF/extensions.idx");
        Files.createDirectories(index.getParent());
        Files.writeString(index, "# Generated by PF4J\n" + MadePackage.INDEX);
        ObjectNode manifest = (ObjectNode) Manifests.tree(MadePackage.manifest("1.0.0").getBytes(StandardCharsets.UTF_8));
        manifest.remove(List.of("capabilities", "settings"));
        ((ObjectNode) manifest.get("publisher")).remove("key");
        change.accept(manifest);
        Path json = Files.writeString(Files.createTempFile(folder, "plugin", ".json"), manifest.toString());
        Path library = Files.write(Files.createTempFile(folder, "library", ".jar"), MadePackage.zip(Map.of("a.txt", new byte[9])));
        Path changelog = Files.writeString(folder.resolve("CHANGELOG.md"), "# 1.0.0\nThe first.\n");
        return new Parts(json, classes, List.of(library), changelog);
    }
}
