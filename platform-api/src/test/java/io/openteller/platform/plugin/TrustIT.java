package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.Database;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.AuditEntry;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.PluginPlatform.Answer;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.tenancy.CurrentTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose packages are taken, what becomes of them when that changes, and what is recorded of it. */
class TrustIT {

    private static final String NONE = "return io.openteller.spi.Outcome.notFound(\"nothing\");";
    private static final String KEYS = "/api/v1/plugins/keys/";

    @TempDir
    static Path folder;

    private static PluginPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"));
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_partners_package_is_taken_once_the_operator_trusts_the_partner() throws Exception {
        SigningKey partner = SigningKey.generate();
        String id = unique();
        byte[] zip = HandmadePlugin.reading(id, "1.0.0", NONE).signed(partner);
        Answer before = platform.upload(zip, PluginPlatform.OPERATOR);
        assertThat(before.status()).isEqualTo(422);
        assertThat(before.body().text("detail")).contains(partner.id() + ", which nobody here trusts");
        assertThat(trust(partner, "PARTNER").status()).isEqualTo(200);
        Answer added = platform.upload(zip, PluginPlatform.OPERATOR);
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
        assertThat(added.body().text("trust")).isEqualTo("PARTNER");
        assertThat(added.body().text("isolated")).isEqualTo("true");
        assertThat(platform.plugin(id).text("state")).isEqualTo("DISABLED");
        assertThat(actions(id)).containsExactly("INSTALLED");
        assertThat(events())
                .anySatisfy(event -> assertThat(event.text("detail")).startsWith("UNKNOWN_KEY: ").contains(partner.id()));
    }

    @Test
    void a_revoked_key_takes_its_packages_out_of_service_at_once_and_for_good() throws Exception {
        SigningKey partner = SigningKey.generate();
        String id = unique();
        byte[] zip = HandmadePlugin.reading(id, "1.0.0", NONE).signed(partner);
        trust(partner, "PLATFORM");
        assertThat(platform.upload(zip, PluginPlatform.OPERATOR).status()).isEqualTo(201);
        assertThat(platform.enable(id).status()).isEqualTo(200);
        Answer revoked = platform.operate("DELETE", KEYS + partner.id(), "");
        assertThat(revoked.status()).isEqualTo(200);
        assertThat(revoked.body().text("revokedAt")).startsWith("2");
        assertThat(platform.bean(PackageStore.class).versions(id)).isEmpty();
        assertThat(platform.plugin(id + "-1.0.0.zip").text("state")).isEqualTo("FAILED");
        assertThat(platform.plugin(id + "-1.0.0.zip").text("lastError")).contains("not trusted any more");
        assertThat(actions(id)).containsExactly("OUT_OF_SERVICE", "INSTALLED");
        assertThat(audited()).contains("plugin.out-of-service " + id + "@1.0.0");
        assertThat(platform.upload(zip, PluginPlatform.OPERATOR).body().text("detail")).contains("was revoked at");
        assertThat(trust(partner, "PARTNER").body().text("code")).isEqualTo("PLUGIN_KEY_REVOKED");
        try (var next = new PluginPlatform(folder.resolve("next"), folder.resolve("plugins"))) {
            assertThat(next.bean(PackageStore.class).versions(id)).isEmpty();
            assertThat(next.plugin(id + "-1.0.0.zip").text("lastError")).contains("was revoked at");
        }
    }

    @Test
    void a_key_that_is_revoked_by_hand_in_the_folder_is_heard_of() throws Exception {
        SigningKey partner = SigningKey.generate();
        String id = unique();
        trust(partner, "PLATFORM");
        platform.upload(HandmadePlugin.reading(id, "1.0.0", NONE).signed(partner), PluginPlatform.OPERATOR);
        assertThat(platform.bean(PackageStore.class).find(id, "1.0.0")).isPresent();
        new TrustFolder(folder.resolve("trust"))
                .put(new TrustedKey(partner.id(), "Tests", partner.publicKey(), Trust.PLATFORM, Instant.EPOCH));
        Instant end = Instant.now().plusSeconds(60);
        while (platform.bean(PackageStore.class).find(id, "1.0.0").isPresent() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(platform.bean(PackageStore.class).find(id, "1.0.0")).isEmpty();
        while (events().stream().noneMatch(event -> byHand(event, partner)) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(events()).anyMatch(event -> byHand(event, partner));
    }

    private static boolean byHand(Json event, SigningKey key) {
        return event.text("action").equals("KEY_REVOKED")
                && event.text("actor").equals("FOLDER")
                && event.text("keyId").equals(key.id());
    }

    @Test
    void a_key_that_is_trusted_less_moves_its_packages_out_of_the_platforms_process() throws Exception {
        SigningKey partner = SigningKey.generate();
        String id = unique();
        trust(partner, "PLATFORM");
        platform.upload(HandmadePlugin.reading(id, "1.0.0", NONE).signed(partner), PluginPlatform.OPERATOR);
        trust(partner, "PARTNER");
        assertThat(platform.bean(PackageStore.class).find(id, "1.0.0"))
                .hasValueSatisfying(one -> assertThat(one.trust()).isEqualTo(Trust.PARTNER));
    }

    @Test
    void versions_lie_side_by_side_and_an_older_one_must_be_asked_for() throws Exception {
        String id = unique();
        assertThat(bring(id, "1.1.0", "").status()).isEqualTo(201);
        Answer older = bring(id, "1.0.0", "");
        assertThat(older.status()).isEqualTo(422);
        assertThat(older.body().text("detail")).contains("older than version 1.1.0");
        assertThat(bring(id, "1.0.0", "?older=true").status()).isEqualTo(201);
        assertThat(bring(id, "1.2.0", "").status()).isEqualTo(201);
        assertThat(platform.bean(PackageStore.class).versions(id))
                .extracting(one -> one.manifest().version())
                .containsExactly("1.2.0", "1.1.0", "1.0.0");
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_of_the_version_is_refused() throws Exception {
        String id = unique();
        byte[] zip = HandmadePlugin.reading(id, "1.0.0", NONE).signed();
        String sha256 = platform.upload(zip, PluginPlatform.OPERATOR).body().text("sha256");
        assertThat(platform.upload(zip, PluginPlatform.OPERATOR).body().text("sha256")).isEqualTo(sha256);
        assertThat(actions(id)).containsExactly("INSTALLED");
        byte[] other = HandmadePlugin.reading(id, "1.0.0", "return null;").signed();
        assertThat(platform.upload(other, PluginPlatform.OPERATOR).body().text("detail")).contains("another content");
    }

    @Test
    void a_version_that_a_bank_has_switched_on_is_not_removed() throws Exception {
        String id = unique();
        bring(id, "1.0.0", "");
        platform.enable(id);
        Answer used = platform.operate("DELETE", "/api/v1/plugins/" + id + "/versions/1.0.0", "");
        assertThat(used.body().text("code")).isEqualTo("PLUGIN_IN_USE");
        platform.send("POST", "/api/v1/plugins/" + id + "/disable", "{}");
        assertThat(platform.operate("DELETE", "/api/v1/plugins/" + id + "/versions/1.0.0", "").status()).isEqualTo(204);
        assertThat(platform.bean(PackageStore.class).versions(id)).isEmpty();
        assertThat(folder.resolve("plugins/" + id + "-1.0.0.zip")).doesNotExist();
        assertThat(actions(id)).containsExactly("REMOVED", "INSTALLED");
        assertThat(platform.operate("DELETE", "/api/v1/plugins/" + id + "/versions/1.0.0", "").status()).isEqualTo(404);
    }

    @Test
    void a_bank_reads_in_its_own_record_that_a_new_version_came() throws Exception {
        String id = unique();
        bring(id, "1.0.0", "");
        platform.enable(id);
        bring(id, "1.1.0", "");
        assertThat(audited()).contains("plugin.installed " + id + "@1.1.0").doesNotContain("plugin.installed " + id + "@1.0.0");
    }

    @Test
    void only_the_operator_decides_on_keys_and_reads_the_record() throws Exception {
        SigningKey key = SigningKey.generate();
        String everything = platform.key(EnumSet.allOf(Permission.class));
        for (String path : List.of("/api/v1/plugins/keys", KEYS + key.id(), "/api/v1/plugins/events")) {
            assertThat(as("GET", path, "").status()).isEqualTo(401);
            assertThat(as("GET", path, everything).status()).isEqualTo(403);
        }
        assertThat(as("PUT", KEYS + key.id(), everything).status()).isEqualTo(403);
        assertThat(as("DELETE", KEYS + TestKeys.PLATFORM.id(), everything).status()).isEqualTo(403);
        assertThat(as("DELETE", "/api/v1/plugins/any/versions/1.0.0", everything).status()).isEqualTo(403);
    }

    @Test
    void a_key_must_be_the_one_with_its_id() throws Exception {
        SigningKey key = SigningKey.generate();
        String body = body(key, "PARTNER");
        assertThat(platform.operate("PUT", KEYS + SigningKey.generate().id(), body).body().text("code"))
                .isEqualTo("PLUGIN_KEY_INVALID");
        assertThat(platform.operate("PUT", KEYS + key.id(), body(key, "OWNER")).status()).isEqualTo(422);
        assertThat(platform.operate("PUT", KEYS + key.id(), "{}").status()).isEqualTo(422);
        assertThat(platform.operate("GET", KEYS + key.id(), "").status()).isEqualTo(404);
        assertThat(platform.operate("PUT", KEYS + key.id(), body).body().text("level")).isEqualTo("PARTNER");
        assertThat(platform.operate("GET", "/api/v1/plugins/keys", "").body().text("items")).contains(key.publicKey());
        assertThat(platform.operate("DELETE", KEYS + "..%2f..%2fdata", "").status()).isEqualTo(404);
    }

    @Test
    void without_a_trusted_key_nothing_is_loaded_and_each_file_says_why() throws Exception {
        Path plugins = folder.resolve("untrusted/plugins");
        BuiltPlugins.copiedTo(plugins, "identity-otp");
        String nowhere = Files.createDirectories(folder.resolve("untrusted/nobody")).toString();
        try (var alone = new PluginPlatform(
                folder.resolve("untrusted/data"), plugins, Map.of("openteller.plugins.trust", nowhere))) {
            assertThat(alone.bean(PackageStore.class).all()).isEmpty();
            assertThat(alone.plugin("identity-otp.zip").text("lastError")).contains("which nobody here trusts");
        }
    }

    @Test
    void what_is_unpacked_is_gone_when_the_platform_stops() throws Exception {
        Path data = folder.resolve("short/data");
        try (var brief = new PluginPlatform(data, folder.resolve("short/plugins"))) {
            brief.upload(HandmadePlugin.reading(unique(), "1.0.0", NONE).signed(), PluginPlatform.OPERATOR);
            assertThat(data.resolve("plugins-running")).isNotEmptyDirectory();
        }
        assertThat(data.resolve("plugins-running")).isEmptyDirectory();
    }

    @Test
    void nobody_changes_the_record() throws Exception {
        bring(unique(), "1.0.0", "");
        for (String change : List.of("UPDATE plugin_event SET detail = ''", "DELETE FROM plugin_event", "TRUNCATE plugin_event")) {
            assertThatThrownBy(() -> Database.asApplication().useHandle(sql -> sql.execute(change)))
                    .hasMessageContaining("permission denied");
        }
    }

    private static Answer as(String method, String path, String bearer) throws Exception {
        return platform.send(
                method, path, "application/json", java.net.http.HttpRequest.BodyPublishers.ofString("{}"), bearer);
    }

    private static Answer bring(String id, String version, String query) throws Exception {
        return platform.upload(HandmadePlugin.reading(id, version, NONE).signed(), PluginPlatform.OPERATOR, query);
    }

    private static Answer trust(SigningKey key, String level) throws Exception {
        return platform.operate("PUT", KEYS + key.id(), body(key, level));
    }

    private static String body(SigningKey key, String level) {
        return "{\"publisher\": \"Tests\", \"publicKey\": \"" + key.publicKey() + "\", \"level\": \"" + level + "\"}";
    }

    private static String unique() {
        return "p" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static List<Json> events() throws Exception {
        return platform.operate("GET", "/api/v1/plugins/events", "").body().objects("items");
    }

    /** What happened to a plugin, newest first. */
    private static List<String> actions(String id) throws Exception {
        return events().stream()
                .filter(event -> event.text("plugin").equals(id))
                .map(event -> event.text("action"))
                .toList();
    }

    private static List<String> audited() {
        List<AuditEntry> entries = CurrentTenant.call(
                platform.bank, () -> platform.bean(Audit.class).page(Long.MAX_VALUE, "plugin", 200));
        return entries.stream().map(entry -> entry.action() + " " + entry.subject()).toList();
    }
}
