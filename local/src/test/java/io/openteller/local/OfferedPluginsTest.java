package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfferedPluginsTest {

    private static final String DESCRIBED = """
            {"id": "made", "version": "1.2.0", "spi": ">=1.0.0 <2.0.0", "name": "Made", "description": "For a test",
             "license": "Apache-2.0", "publisher": {"name": "Tests", "key": "0123456789abcdef"}, "kinds": ["banking"],
             "capabilities": [], "egress": [], "dataRead": [], "settings": {"type": "object"}, "privacy": "Keeps nothing.",
             "resources": {"timeoutMillis": 1000, "heapMegabytes": 64, "callsPerSecond": 1, "callsAtOnce": 1}}
            """;

    @TempDir
    Path folder;

    @Test
    void packages_are_listed_with_their_hash_and_what_is_none_is_left_out() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plugins.resolve("made-1.2.0.zip")))) {
            zip.putNextEntry(new ZipEntry("plugin.json"));
            zip.write(DESCRIBED.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        Files.writeString(plugins.resolve("notes.zip"), "only words");
        Path offered = new OfferedPlugins(folder).offer(plugins);
        JsonNode packages = new ObjectMapper().readTree(offered.resolve("catalogue.json").toFile()).path("packages");
        assertThat(packages).hasSize(1);
        JsonNode made = packages.get(0);
        assertThat(made.path("id").asText()).isEqualTo("made");
        assertThat(made.path("version").asText()).isEqualTo("1.2.0");
        assertThat(made.path("key").asText()).isEqualTo("0123456789abcdef");
        assertThat(made.path("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(offered.resolve(made.path("file").asText())).hasSameBinaryContentAs(plugins.resolve("made-1.2.0.zip"));
    }
}
