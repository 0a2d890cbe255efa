package io.openteller.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledPluginsTest {

    private static final String DESCRIBED = """
            {"id": "made", "version": "1.0.0", "spi": ">=1.0.0 <2.0.0", "name": "Made", "description": "For a test",
             "license": "Apache-2.0", "publisher": {"name": "Tests", "key": ""}, "kinds": [], "capabilities": [],
             "egress": [], "dataRead": [], "settings": {"type": "object"}, "privacy": "Keeps nothing.",
             "resources": {"timeoutMillis": 1000, "heapMegabytes": 64, "callsPerSecond": 1, "callsAtOnce": 1}}
            """;

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void the_first_start_makes_a_key_that_others_cannot_read_and_trusts_it() throws Exception {
        place();
        Path file = data().resolve("platform-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        SigningKey key = SigningKey.read(file);
        assertThat(new TrustFolder(data().resolve("trust")).find(key.id()))
                .get()
                .extracting(TrustedKey::level, TrustedKey::revokedAt)
                .containsExactly(Trust.PLATFORM, null);
    }

    @Test
    void what_the_build_left_is_signed_and_left_alone_at_the_next_start() throws Exception {
        built("made-1.0.0.zip", DESCRIBED);
        Path signed = place().resolve("made-1.0.0.zip");
        try (ZipFile zip = new ZipFile(signed.toFile())) {
            assertThat(zip.getEntry("signature")).isNotNull();
        }
        var before = Files.getLastModifiedTime(signed);
        Thread.sleep(20);
        place();
        assertThat(Files.getLastModifiedTime(signed)).isEqualTo(before);
    }

    @Test
    void an_upload_stays_and_an_unsigned_one_of_old_goes() throws Exception {
        Path plugins = Files.createDirectories(data().resolve("plugins"));
        Files.writeString(plugins.resolve("partner-1.0.0.zip"), "brought");
        Files.writeString(plugins.resolve("openteller-plugin-made-0.1.0-SNAPSHOT.zip"), "old");
        place();
        assertThat(plugins).isDirectoryContaining("glob:**/partner-1.0.0.zip");
        assertThat(plugins).isDirectoryNotContaining("glob:**/openteller-plugin-*");
    }

    @Test
    void a_zip_that_is_no_package_is_left_out_and_said() throws Exception {
        built("odd-1.0.0.zip", "{}");
        assertThat(place()).isEmptyDirectory();
        assertThat(said).singleElement().asString().contains("left out", "odd-1.0.0.zip", "plugin.json");
    }

    @Test
    void a_key_that_an_operator_revoked_stays_revoked() throws Exception {
        place();
        TrustFolder trust = new TrustFolder(data().resolve("trust"));
        TrustedKey key = trust.all().getFirst();
        trust.put(new TrustedKey(key.keyId(), key.publisher(), key.publicKey(), key.level(), Instant.EPOCH));
        place();
        assertThat(trust.all()).singleElement().extracting(TrustedKey::revokedAt).isEqualTo(Instant.EPOCH);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path place() throws IOException {
        Files.createDirectories(data());
        return new BundledPlugins(data(), folder.resolve("checkout"), said::add).place();
    }

    private void built(String name, String manifest) throws IOException {
        Path target = Files.createDirectories(folder.resolve("checkout/plugins/made/target"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target.resolve(name)))) {
            zip.putNextEntry(new ZipEntry("plugin.json"));
            zip.write(manifest.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
