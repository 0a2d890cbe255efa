package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.PluginPlatform.Answer;
import io.openteller.platform.plugin.internal.packages.PackageStore;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner at work: {@code openteller plugin dev} beside a running platform, and who cannot do what it does. */
class DevIT {

    private static final SigningKey PARTNER = SigningKey.generate();
    private static final String SAYS = "return io.openteller.spi.Outcome.notFound(\"%s\");";

    @TempDir
    static Path folder;

    private static PluginPlatform platform;
    private static Path operatorKey;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        new TrustFolder(folder.resolve("trust")).put(TrustedKey.of(PARTNER, "A partner", Trust.PARTNER));
        platform = new PluginPlatform(folder.resolve("data"), plugins, Map.of("openteller.plugins.dev", "true"));
        operatorKey = Files.writeString(folder.resolve("operator.key"), PluginPlatform.OPERATOR);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void every_save_is_in_the_next_call_of_the_bank_and_no_other_bank_has_it() throws Exception {
        Path project = HandmadePlugin.project(folder.resolve("worked-on"), "worked-on", SAYS.formatted("one"));
        Tenant other = platform.another();
        try (DevTool tool = dev(project, operatorKey)) {
            tool.says("waiting for the next save", 1);
            assertThat(answer(platform.bank, "worked-on")).isEqualTo("one");
            String before = platform.plugin("worked-on").text("version");
            DevTool.save(project, HandmadePlugin.ACCOUNTS, HandmadePlugin.accounts(SAYS.formatted("two")));
            tool.says("waiting for the next save", 2);
            assertThat(answer(platform.bank, "worked-on")).isEqualTo("two");
            assertThat(platform.plugin("worked-on").text("version")).isNotEqualTo(before).contains("-dev.");
            assertThat(platform.bean(PackageStore.class).versions("worked-on")).hasSize(1);
            DevTool.save(project, HandmadePlugin.ACCOUNTS, HandmadePlugin.accounts("return nothing that compiles;"));
            tool.says("it does not compile", 1);
            assertThat(answer(platform.bank, "worked-on")).isEqualTo("two");
            assertThat(answer(other, "worked-on")).contains("NotEnabled");
        }
    }

    @Test
    void a_bank_that_stays_on_another_version_keeps_it() throws Exception {
        bring("shared", "1.0.0", PARTNER);
        bring("shared", "1.1.0-dev.1", PARTNER);
        Tenant other = platform.another();
        CurrentTenant.run(other, () -> platform.bean(Installations.class).enable("shared", true, "test"));
        String mine = slug(platform.bank);
        assertThat(change("shared", mine, "1.1.0-dev.1", PluginPlatform.OPERATOR).body().text("version"))
                .isEqualTo("1.1.0-dev.1");
        bring("shared", "1.1.0-dev.2", PARTNER);
        assertThat(change("shared", mine, "1.1.0-dev.2", PluginPlatform.OPERATOR).status()).isEqualTo(200);
        assertThat(answer(platform.bank, "shared")).isEqualTo("1.1.0-dev.2");
        assertThat(answer(other, "shared")).isEqualTo("1.1.0-dev.1");
    }

    private static Answer change(String id, String bank, String version, String bearer) throws Exception {
        return platform.send(
                "POST",
                "/api/v1/plugins/dev/" + id + "/version",
                "application/json",
                BodyPublishers.ofString("{\"bank\": \"" + bank + "\", \"version\": \"" + version + "\"}"),
                bearer);
    }

    @Test
    void nobody_but_the_operator_switches_a_bank() throws Exception {
        bring("coveted", "1.0.0-dev.1", PARTNER);
        String bank = slug(platform.bank);
        String administrator = platform.key(EnumSet.allOf(Permission.class));
        assertThat(change("coveted", bank, "1.0.0-dev.1", administrator).status()).isEqualTo(403);
        assertThat(change("coveted", slug(platform.another()), "1.0.0-dev.1", administrator).status()).isEqualTo(403);
        assertThat(change("coveted", bank, "1.0.0-dev.1", "").status()).isEqualTo(401);
        assertThat(answer(platform.bank, "coveted")).contains("NotEnabled");
        Path project = HandmadePlugin.project(folder.resolve("theirs"), "theirs", SAYS.formatted("one"));
        try (DevTool tool = dev(project, Files.writeString(folder.resolve("other.key"), administrator))) {
            assertThat(tool.ends()).isEqualTo(1);
            assertThat(tool.said()).contains("the platform refused (403)");
        }
        assertThat(platform.bean(PackageStore.class).versions("theirs")).isEmpty();
    }

    @Test
    void only_a_partners_version_in_development_comes_to_a_bank_that_exists() throws Exception {
        bring("finished", "1.0.0", PARTNER);
        bring("finished", "1.0.1-dev.1", TestKeys.PLATFORM);
        bring("finished", "1.0.1-dev.2", PARTNER);
        String bank = slug(platform.bank);
        assertThat(change("finished", bank, "1.0.0", PluginPlatform.OPERATOR).status()).isEqualTo(403);
        assertThat(change("finished", bank, "1.0.1-dev.1", PluginPlatform.OPERATOR).status()).isEqualTo(403);
        assertThat(change("finished", bank, "1.0.1-dev.3", PluginPlatform.OPERATOR).status()).isEqualTo(404);
        assertThat(change("finished", "nobodys-bank", "1.0.1-dev.2", PluginPlatform.OPERATOR).status()).isEqualTo(404);
        assertThat(answer(platform.bank, "finished")).contains("NotEnabled");
    }

    @Test
    void a_platform_that_was_not_started_for_it_has_no_such_way() throws Exception {
        bring("elsewhere", "1.0.0-dev.1", PARTNER);
        try (var usual = new PluginPlatform(folder.resolve("usual"), folder.resolve("plugins"))) {
            Answer refused = usual.operator(
                    "POST",
                    "/api/v1/plugins/dev/elsewhere/version",
                    "{\"bank\": \"" + slug(usual.bank) + "\", \"version\": \"1.0.0-dev.1\"}");
            assertThat(refused.status()).isEqualTo(404);
            assertThat(usual.plugin("elsewhere").text("state")).isEqualTo("DISABLED");
        }
    }

    @Test
    void a_version_that_no_bank_came_to_does_not_stay() throws Exception {
        Path project = HandmadePlugin.project(folder.resolve("refused"), "refused", SAYS.formatted("one"));
        try (DevTool tool = dev(project, operatorKey, "nobodys-bank")) {
            tool.says("waiting for the next save", 1);
            assertThat(tool.said()).contains("the platform refused (404)");
            assertThat(platform.bean(PackageStore.class).versions("refused")).isEmpty();
        }
    }

    private static DevTool dev(Path project, Path operatorKey) throws Exception {
        return dev(project, operatorKey, slug(platform.bank));
    }

    private static DevTool dev(Path project, Path operatorKey, String bank) throws Exception {
        return DevTool.on(project, List.of(
                "--bank", bank,
                "--url", platform.url(),
                "--data", folder.resolve("data").toString(),
                "--operator-key", operatorKey.toString()));
    }

    private static String slug(Tenant bank) {
        return bank.slug().value();
    }

    private static void bring(String id, String version, SigningKey key) throws Exception {
        byte[] zip = HandmadePlugin.reading(id, version, SAYS.formatted(version)).signed(key);
        Answer added = platform.upload(zip, PluginPlatform.OPERATOR, "?older=true");
        assertThat(added.status()).as("%s", added.body()).isEqualTo(201);
    }

    private static String answer(Tenant bank, String plugin) {
        CallOutcome<List<Account>> called = CurrentTenant.call(bank, () -> platform.bean(Plugins.class)
                .call(
                        plugin,
                        AccountReader.class,
                        UUID.randomUUID().toString(),
                        Duration.ofSeconds(20),
                        (reader, context) -> reader.accounts(context, "c-1")));
        return called instanceof CallOutcome.Answered<List<Account>>(
                        var id, Outcome.NotFound<List<Account>>(String what), var millis)
                ? what
                : called.toString();
    }
}
