package io.openteller.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.Packing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person types them. */
class KitTest {

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();

    private int kit(Object... words) {
        PrintWriter both = new PrintWriter(said, true);
        return Kit.run(both, both, java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
    }

    /** A package of a new project, made without Maven. */
    private Path packed(String version, String egress) throws Exception {
        Path project = folder.resolve("project-" + version);
        Templates.of("banking").write(ProjectName.of("acme-bank", null, "Acme Software"), project);
        Path manifest = project.resolve("src/main/plugin/plugin.json");
        Files.writeString(manifest, Files.readString(manifest)
                .replace("0.1.0", version)
                .replace("\"{baseUrl}\"", egress));
        Path classes = Compiled.of(project.resolve("src/main"), project.resolve("classes"));
        List<Path> libraries = List.of(
                Library.of(com.fasterxml.jackson.databind.ObjectMapper.class).place(),
                Library.of(com.fasterxml.jackson.core.JsonFactory.class).place(),
                Library.of(com.fasterxml.jackson.annotation.JsonProperty.class).place());
        Packing.Packed done = Packing.pack(
                new Packing.Parts(manifest, classes, libraries, project.resolve("CHANGELOG.md")), folder);
        if (done instanceof Packing.Packed.Zip(Path zip, var described)) {
            return zip;
        }
        throw new AssertionError(done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "new", "new bank acme", "new banking X", "new banking acme-bank --package 1.2", "key", "sign a.zip"})
    void wrong_usage_is_told_apart_by_its_exit_code(String words) {
        assertThat(kit((Object[]) words.split(" "))).isEqualTo(2);
        assertThat(said.toString()).containsAnyOf("Usage: openteller plugin", "Did you mean: openteller plugin");
    }

    @Test
    void every_command_says_what_it_does() {
        assertThat(kit("--help")).isZero();
        for (String command : new String[] {"new", "validate", "test", "dev", "pack", "key", "sign", "verify", "diff", "trust",
            "install", "enable", "approve", "disable", "prepare"}) {
            assertThat(said.toString()).contains("  " + command + " ");
            assertThat(kit(command, "--help")).as(command).isZero();
        }
    }

    @Test
    void nothing_is_written_over() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(kit("new", "banking", "acme-bank", "--dir", folder)).isEqualTo(1);
        assertThat(said.toString()).contains("not empty", "--dir");
    }

    @Test
    void a_key_is_its_owners_alone_and_is_never_replaced() throws Exception {
        Path key = folder.resolve("my.key");
        assertThat(kit("key", "new", key, "--publisher", "Acme Software")).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(Files.readString(folder.resolve("my.key.public.json"))).contains("Acme Software").doesNotContain("PRIVATE");
        byte[] before = Files.readAllBytes(key);
        assertThat(kit("key", "new", key)).isEqualTo(1);
        assertThat(key).hasBinaryContent(before);
    }

    @Test
    void what_was_signed_is_verified_and_what_was_changed_is_refused() throws Exception {
        Path zip = packed("0.1.0", "\"{baseUrl}\"");
        Path key = folder.resolve("my.key");
        Path open = folder.resolve("my.key.public.json");
        kit("key", "new", key);
        assertThat(kit("verify", zip, "--key", open)).isEqualTo(1);
        assertThat(said.toString()).contains("UNSIGNED");
        assertThat(kit("sign", zip, "--key", key)).isZero();
        assertThat(kit("verify", zip, "--key", open)).isZero();
        assertThat(said.toString()).contains("can          AccountReader: accounts (READ)", "reaches      {baseUrl}");
        try (var files = java.nio.file.FileSystems.newFileSystem(zip, Map.of())) {
            Files.writeString(files.getPath("CHANGELOG.md"), "# Nothing changed, really");
        }
        assertThat(kit("verify", zip, "--key", open)).isEqualTo(1);
        assertThat(said.toString()).contains("HASH_DIFFERS");
    }

    @Test
    void a_host_more_is_told_in_words_and_needs_a_second_person() throws Exception {
        Path before = packed("0.1.0", "\"{baseUrl}\"");
        Path after = packed("0.2.0", "\"{baseUrl}\", \"tracker.example\"");
        assertThat(kit("diff", before, after)).isZero();
        assertThat(said.toString()).contains("0.1.0 -> 0.2.0", "tracker.example", "A second person at the bank must approve");
        assertThat(kit("diff", after, before)).isZero();
        assertThat(said.toString()).contains("No second person is needed");
    }

    @Test
    void a_good_package_is_valid() throws Exception {
        assertThat(kit("validate", packed("0.1.0", "\"{baseUrl}\""))).as(said.toString()).isZero();
    }

    @Test
    void a_version_that_the_changelog_does_not_know_is_a_fault() throws Exception {
        Path zip = packed("0.3.0", "\"{baseUrl}\"");
        try (var files = java.nio.file.FileSystems.newFileSystem(zip, Map.of())) {
            Files.writeString(files.getPath("CHANGELOG.md"), "# Changes");
        }
        assertThat(kit("validate", zip)).isEqualTo(1);
        assertThat(said.toString()).contains("CHANGELOG.md", "0.3.0");
    }

    @Test
    void all_faults_of_a_description_are_told_at_once() throws Exception {
        String bad = """
                {"id": "Bad Id", "version": "one", "spi": "any", "name": "Bad", "description": "Bad", "license": "Apache-2.0",
                 "publisher": {"name": "Bad", "key": ""}, "kinds": ["bank"], "egress": ["http://x/y"], "dataRead": ["ALL"],
                 "resources": {"timeoutMillis": 1, "heapMegabytes": 1, "callsPerSecond": 10, "callsAtOnce": 1},
                 "settings": {}, "secret": true, "privacy": "None."}""";
        assertThat(ManifestFaults.of(bad.getBytes(java.nio.charset.StandardCharsets.UTF_8), true))
                .hasSizeGreaterThan(8)
                .anyMatch(fault -> fault.contains("id must be"))
                .anyMatch(fault -> fault.contains("version must be"))
                .anyMatch(fault -> fault.contains("spi must be"))
                .anyMatch(fault -> fault.contains("kinds"))
                .anyMatch(fault -> fault.contains("egress"))
                .anyMatch(fault -> fault.contains("dataRead"))
                .anyMatch(fault -> fault.contains("timeoutMillis"))
                .anyMatch(fault -> fault.contains("heapMegabytes"))
                .anyMatch(fault -> fault.contains("secret is not known"))
                .anyMatch(fault -> fault.contains("settings is written by packing"));
    }

    @Test
    void what_is_no_json_is_said_to_be_none() throws Exception {
        assertThat(ManifestFaults.of("{".getBytes(java.nio.charset.StandardCharsets.UTF_8), true))
                .singleElement()
                .asString()
                .contains("no JSON", "line 1");
    }

    @Test
    void without_a_platform_it_says_how_to_come_by_one() throws Exception {
        assertThat(kit("install", packed("0.1.0", "\"{baseUrl}\""), "--data", folder.resolve("none"))).isEqualTo(1);
        assertThat(said.toString()).containsAnyOf("openteller up", "operator");
    }

    @Test
    void the_repository_of_maven_is_found_where_maven_looks() throws Exception {
        assertThat(LocalRepository.folder(Map.of("MAVEN_OPTS", "-Xmx1g -Dmaven.repo.local=/a/b"), folder)).isEqualTo(Path.of("/a/b"));
        assertThat(LocalRepository.folder(Map.of(), folder)).isEqualTo(folder.resolve(".m2/repository"));
        Files.createDirectories(folder.resolve(".m2"));
        Files.writeString(folder.resolve(".m2/settings.xml"),
                "<settings><!--<localRepository>/old</localRepository>--><localRepository>${user.home}/r</localRepository></settings>");
        assertThat(LocalRepository.folder(Map.of(), folder)).isEqualTo(folder.resolve("r"));
    }
}
