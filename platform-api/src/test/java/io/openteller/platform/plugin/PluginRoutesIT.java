package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.Database;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.PluginPlatform.Answer;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This repository's own plugins, built, loaded and configured by a bank. */
class PluginRoutesIT {

    @TempDir
    static Path folder;

    private static PluginPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = folder.resolve("plugins");
        BuiltPlugins.copiedTo(plugins, "banking-sandbox");
        BuiltPlugins.copiedTo(plugins, "identity-otp");
        platform = new PluginPlatform(folder.resolve("data"), plugins);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_bank_sees_what_there_is_and_what_it_can_do() throws Exception {
        Json otp = platform.plugin("identity-otp");
        assertThat(otp.text("state")).isEqualTo("DISABLED");
        assertThat(otp.text("license")).isEqualTo("Apache-2.0");
        assertThat(otp.text("settingsSchema")).contains("smsGatewayKey", "writeOnly=true");
        assertThat(otp.text("secretsSet")).isEqualTo("[]");
        assertThat(platform.plugin("banking-sandbox").text("capabilities"))
                .contains("CardControl", "riskClass=CHANGE", "assurance=STEPPED_UP", "idempotent=true");
    }

    @Test
    void settings_that_do_not_fit_are_refused_field_by_field() throws Exception {
        Answer answer = configure("banking-sandbox", "{\"dataset\": \"No Such\", \"colour\": \"red\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().text("code")).isEqualTo("SETTINGS_INVALID");
        assertThat(answer.body().text("errors"))
                .contains("field=dataset", "field=colour", "field=dataFolder");
        assertThat(platform.plugin("banking-sandbox").text("settings")).doesNotContain("red");
    }

    @Test
    void a_plugin_without_settings_cannot_be_switched_on() throws Exception {
        try (var fresh = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"))) {
            Answer answer = fresh.send("POST", "/api/v1/plugins/identity-otp/enable", "{}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(fresh.plugin("identity-otp").text("state")).isEqualTo("DISABLED");
        }
    }

    @Test
    void a_secret_is_kept_sealed_and_never_shown() throws Exception {
        String secret = "gateway-" + UUID.randomUUID();
        String rest = "\"smsGatewayUrl\": \"http://localhost:1\", \"dataFolder\": \"" + folder.resolve("otp") + "\"";
        Answer answer = configure("identity-otp", "{" + rest + ", \"smsGatewayKey\": \"" + secret + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().text("secretsSet")).isEqualTo("[smsGatewayKey]");
        assertThat(answer.body().toString()).doesNotContain(secret);
        assertThat(platform.plugins().toString()).doesNotContain(secret);
        assertThat(stored("identity-otp")).contains("smsGatewayKey").doesNotContain(secret);
        assertThat(folder.resolve("data/vault-key.json")).exists();
        assertThat(configure("identity-otp", "{" + rest + "}").body().text("secretsSet"))
                .isEqualTo("[smsGatewayKey]");
    }

    @Test
    void a_check_says_whether_it_works_and_its_health_is_remembered() throws Exception {
        sandbox(false);
        Answer good = platform.send("POST", "/api/v1/plugins/banking-sandbox/test", "{}");
        assertThat(good.body().text("ok")).isEqualTo("true");
        assertThat(platform.plugin("banking-sandbox").text("health")).contains("UP");
        sandbox(true);
        assertThat(platform.plugin("banking-sandbox").text("health")).contains("UNKNOWN");
        Answer bad = platform.send("POST", "/api/v1/plugins/banking-sandbox/test", "{}");
        assertThat(bad.body().text("ok")).isEqualTo("false");
        assertThat(platform.plugin("banking-sandbox").text("health")).contains("DOWN", "out of order");
    }

    @Test
    void only_the_bank_that_switched_it_on_is_answered() throws Exception {
        sandbox(false);
        Answer enabled = platform.enable("banking-sandbox");
        assertThat(enabled.body().text("state")).isEqualTo("ENABLED");
        assertThat(enabled.body().text("health")).contains("UP");
        CallOutcome<List<Account>> here = accounts(platform.bank);
        assertThat(here).isInstanceOfSatisfying(CallOutcome.Answered.class, answered -> assertThat(answered.outcome())
                .isInstanceOf(Outcome.Done.class));
        assertThat(accounts(platform.another())).isInstanceOf(CallOutcome.NotEnabled.class);
        assertThat(platform.send("POST", "/api/v1/plugins/banking-sandbox/disable", "{}").status()).isEqualTo(200);
        assertThat(accounts(platform.bank)).isInstanceOf(CallOutcome.NotEnabled.class);
    }

    @Test
    void what_waits_for_a_second_person_is_shown_and_a_program_cannot_decide_on_it() throws Exception {
        try (var fresh = new PluginPlatform(folder.resolve("data"), folder.resolve("plugins"))) {
            sandbox(fresh, false);
            Answer asked = fresh.send("POST", "/api/v1/plugins/banking-sandbox/enable", "{}");
            assertThat(asked.status()).isEqualTo(202);
            assertThat(asked.body().text("state")).isEqualTo("DISABLED");
            assertThat(asked.body().text("pending")).contains("action=ENABLE", "It can now do CardControl", "mine=true");
            assertThat(asked.body().text("pending")).contains("nobody else who may decide");
            String id = asked.body().text("pending").replaceFirst("^.*?id=([0-9a-f-]{36}).*$", "$1");
            Answer decided = fresh.send("POST", "/api/v1/plugins/approvals/" + id + "/approve", "{}");
            assertThat(decided.status()).isEqualTo(409);
            assertThat(decided.body().text("code")).isEqualTo("SECOND_PERSON_NEEDED");
            String unknown = "/api/v1/plugins/approvals/" + UUID.randomUUID() + "/approve";
            assertThat(fresh.send("POST", unknown, "{}").status()).isEqualTo(404);
        }
    }

    @Test
    void versions_bounds_differences_and_use_are_on_the_page_of_a_plugin() throws Exception {
        sandbox(false);
        assertThat(platform.enable("banking-sandbox").status()).isEqualTo(200);
        accounts(platform.bank);
        String page = "/api/v1/plugins/banking-sandbox";
        Json plugin = platform.send("GET", page, "").body();
        assertThat(plugin.objects("versions")).hasSize(1);
        assertThat(plugin.text("versions")).contains("current=true");
        Answer bound = platform.send("PUT", page + "/bounds", "{\"callsAtOnce\": 2}");
        assertThat(bound.body().text("bounds")).contains("callsAtOnce=2");
        assertThat(platform.send("PUT", page + "/bounds", "{\"callsAtOnce\": 100000}").status()).isEqualTo(422);
        String version = plugin.text("version");
        Json same = platform.send("GET", page + "/difference?version=" + version, "").body();
        assertThat(same.text("widened")).isEqualTo("false");
        assertThat(same.text("lines")).isEqualTo("[]");
        assertThat(platform.send("GET", page + "/difference?version=99.0.0", "").status()).isEqualTo(404);
        assertThat(platform.send("POST", page + "/version", "{\"version\": \"99.0.0\"}").status()).isEqualTo(404);
        Json usage = platform.send("GET", page + "/usage?hours=24", "").body();
        assertThat(usage.text("operations")).contains("operation=AccountReader.accounts", "failed=0");
        assertThat(platform.send("POST", page + "/disable", "{}").status()).isEqualTo(200);
    }

    @Test
    void reading_is_not_changing() throws Exception {
        String reader = platform.key(java.util.EnumSet.of(Permission.PLUGIN_READ));
        Answer answer = platform.send(
                "POST",
                "/api/v1/plugins/banking-sandbox/enable",
                "application/json",
                BodyPublishers.ofString("{}"),
                reader);
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void an_unknown_plugin_or_a_body_without_settings_is_a_problem() throws Exception {
        assertThat(configure("no-such", "{}").status()).isEqualTo(404);
        assertThat(platform.send("PUT", "/api/v1/plugins/banking-sandbox/settings", "{}").status()).isEqualTo(400);
        assertThat(platform.send("PUT", "/api/v1/plugins/banking-sandbox/settings", "{\"settings\": 7}").status())
                .isEqualTo(400);
    }

    private static void sandbox(boolean outage) throws Exception {
        sandbox(platform, outage);
    }

    private static void sandbox(PluginPlatform at, boolean outage) throws Exception {
        String settings = "{\"dataset\": \"meridian\", \"dataFolder\": \"" + folder.resolve("sandbox")
                + "\", \"outage\": " + outage + "}";
        assertThat(at.send("PUT", "/api/v1/plugins/banking-sandbox/settings", "{\"settings\": " + settings + "}")
                        .status())
                .isEqualTo(200);
    }

    private static Answer configure(String id, String settings) throws Exception {
        return platform.send("PUT", "/api/v1/plugins/" + id + "/settings", "{\"settings\": " + settings + "}");
    }

    private static CallOutcome<List<Account>> accounts(Tenant bank) {
        return CurrentTenant.call(bank, () -> platform.bean(Plugins.class)
                .call(
                        AccountReader.class,
                        UUID.randomUUID().toString(),
                        Duration.ofSeconds(20),
                        (reader, context) -> reader.accounts(context, "MB-1001")));
    }

    /** Everything that the table holds for it. */
    private static String stored(String plugin) {
        return Database.asApplication().inTransaction(sql -> {
            sql.execute("SELECT set_config('app.tenant', ?, true)", platform.bank.id().toString());
            return sql.createQuery("SELECT settings::text || sealed::text FROM plugin_installation WHERE plugin_id = ?")
                    .bind(0, plugin)
                    .mapTo(String.class)
                    .one();
        });
    }
}
