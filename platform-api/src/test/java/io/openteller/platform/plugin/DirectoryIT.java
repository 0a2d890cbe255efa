package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.SigningKey;
import io.openteller.platform.plugin.PluginPlatform.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a catalogue, from which an operator installs. */
class DirectoryIT {

    private static final String NONE = "return io.openteller.spi.Outcome.notFound(\"x\");";

    @TempDir
    Path folder;

    private PluginPlatform platform;

    @BeforeEach
    void start() throws Exception {
        Files.createDirectories(folder.resolve("directory"));
        platform = new PluginPlatform(
                folder.resolve("data"),
                folder.resolve("plugins"),
                Map.of("openteller.plugins.directory", folder.resolve("directory").toString()));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void what_it_offers_is_shown_and_installed_by_the_operator_alone() throws Exception {
        offer("offered", HandmadePlugin.reading("offered", "1.0.0", NONE).signed(), TestKeys.PLATFORM.id(), true);
        Json seen = directory();
        assertThat(seen.text("reachable")).isEqualTo("true");
        assertThat(seen.text("items")).contains("id=offered", "signedByTrusted=true").doesNotContain("installedVersion");
        assertThat(install("offered", "").status()).isEqualTo(401);
        assertThat(platform.send("GET", "/api/v1/plugins/offered", "").status()).isEqualTo(404);
        assertThat(install("offered", PluginPlatform.OPERATOR).status()).isEqualTo(201);
        assertThat(directory().text("items")).contains("installedVersion=1.0.0");
        assertThat(platform.plugin("offered").text("state")).isEqualTo("DISABLED");
        assertThat(install("unheard-of", PluginPlatform.OPERATOR).status()).isEqualTo(404);
    }

    @Test
    void another_file_than_the_catalogue_names_is_not_installed() throws Exception {
        offer("offered", HandmadePlugin.reading("offered", "1.0.0", NONE).signed(), TestKeys.PLATFORM.id(), false);
        Answer answer = install("offered", PluginPlatform.OPERATOR);
        assertThat(answer.body().text("code")).isEqualTo("PLUGIN_REJECTED");
        assertThat(answer.body().text("detail")).contains("not the file that the directory's catalogue names");
        assertThat(platform.plugins()).isEmpty();
    }

    @Test
    void a_directory_cannot_bring_what_is_not_signed_by_a_trusted_key() throws Exception {
        SigningKey stranger = SigningKey.generate();
        byte[] zip = TestKeys.signed(HandmadePlugin.reading("offered", "1.0.0", NONE).zip(), stranger);
        offer("offered", zip, stranger.id(), true);
        assertThat(directory().text("items")).contains("signedByTrusted=false");
        Answer answer = install("offered", PluginPlatform.OPERATOR);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().text("detail")).contains("which nobody here trusts");
    }

    @Test
    void without_the_directory_it_says_so_and_shows_what_it_saw_or_what_is_installed() throws Exception {
        assertThat(directory().text("reachable")).isEqualTo("false");
        assertThat(directory().text("detail")).contains("there is no catalogue.json", "What is installed is shown");
        byte[] zip = HandmadePlugin.reading("offered", "1.0.0", NONE).signed();
        assertThat(platform.upload(zip, PluginPlatform.OPERATOR).status()).isEqualTo(201);
        assertThat(directory().text("items")).contains("id=offered", "installedVersion=1.0.0");
        offer("another", HandmadePlugin.reading("another", "1.0.0", NONE).signed(), TestKeys.PLATFORM.id(), true);
        assertThat(directory().text("items")).contains("id=another").doesNotContain("id=offered");
        Files.delete(folder.resolve("directory/catalogue.json"));
        assertThat(directory().text("items")).contains("id=another");
        assertThat(directory().text("detail")).contains("as it was at");
    }

    private Json directory() throws Exception {
        Answer answer = platform.send("GET", "/api/v1/plugins/directory", "");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Answer install(String id, String bearer) throws Exception {
        return platform.send(
                "POST",
                "/api/v1/plugins/directory/" + id + "/1.0.0/install",
                "application/json",
                BodyPublishers.ofString("{}"),
                bearer);
    }

    private void offer(String id, byte[] zip, String key, boolean same) throws Exception {
        Files.write(folder.resolve("directory/it.zip"), zip);
        byte[] listed = same ? zip : new byte[] {1};
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(listed));
        Files.writeString(folder.resolve("directory/catalogue.json"), """
                {"packages": [{"id": "%s", "version": "1.0.0", "name": "Offered", "publisher": "Tests", "key": "%s",
                  "kinds": ["banking"], "sha256": "%s", "file": "it.zip"}]}
                """.formatted(id, key, hash));
    }
}
