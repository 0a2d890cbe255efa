package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.SigningKey;
import io.openteller.platform.identity.Permission;
import io.openteller.platform.plugin.PluginPlatform.Answer;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.SpiVersion;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plugins that are slow, broken or no plugins at all, brought to a running platform. */
class PluginHostIT {

    private static final String NONE = "return io.openteller.spi.Outcome.notFound(\"%s\");";

    @TempDir
    static Path folder;

    private static PluginPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(plugins.resolve("notes.zip"), "only words");
        BuiltPlugins.copiedTo(plugins, "identity-otp");
        platform = new PluginPlatform(folder.resolve("data"), plugins);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_broken_file_in_the_folder_is_shown_and_keeps_nobody_from_starting() throws Exception {
        assertThat(platform.plugin("notes.zip").text("state")).isEqualTo("FAILED");
        assertThat(platform.plugin("notes.zip").text("lastError")).contains("no zip archive");
        assertThat(platform.plugin("identity-otp").text("state")).isEqualTo("DISABLED");
    }

    @Test
    void only_the_operator_brings_plugins() throws Exception {
        byte[] zip = HandmadePlugin.reading("unwanted", "1.0.0", NONE.formatted("x")).signed();
        assertThat(platform.upload(zip, "").status()).isEqualTo(401);
        assertThat(platform.upload(zip, platform.key(EnumSet.allOf(Permission.class))).status()).isEqualTo(403);
        assertThat(platform.plugins()).noneMatch(plugin -> plugin.text("id").equals("unwanted"));
    }

    static Stream<Arguments> broken() throws IOException {
        return Stream.of(
                Arguments.of("no zip archive", "PK but not really".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("no zip archive", new byte[0]),
                Arguments.of("a file where no package has one", new HandmadePlugin().with("readme.txt", "hello").zip()),
                Arguments.of("not signed", sound().zip()),
                Arguments.of(
                        "which nobody here trusts", TestKeys.signed(sound().zip(), SigningKey.generate())),
                Arguments.of(
                        "this platform has " + SpiVersion.current(),
                        HandmadePlugin.described("some-id", "1.0.0", ">=9.0.0").signed()),
                Arguments.of("no index of extensions", sound().without("classes/META-INF/extensions.idx").signed()),
                Arguments.of(
                        "no extension but its description",
                        sound().with("classes/META-INF/extensions.idx", "made.About\n").signed()),
                Arguments.of(
                        "a copy of the plugin interface",
                        sound().with("classes/io/openteller/spi/Http.class", "").signed()),
                Arguments.of("not safe", sound().with("lib/../../../escaped.txt", "out").zip()));
    }

    private static HandmadePlugin sound() throws IOException {
        return HandmadePlugin.reading("some-id", "1.0.0", NONE.formatted("x"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void what_is_no_plugin_is_rejected_with_the_reason_and_leaves_nothing(String reason, byte[] zip) throws Exception {
        List<Path> before = files();
        Answer answer = platform.upload(zip, PluginPlatform.OPERATOR);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(422);
        assertThat(answer.body().text("code")).isEqualTo("PLUGIN_REJECTED");
        assertThat(answer.body().text("detail")).contains(reason);
        assertThat(files()).isEqualTo(before);
        assertThat(platform.plugins()).noneMatch(plugin -> plugin.text("id").equals("some-id"));
    }

    @Test
    void a_newer_version_is_there_for_whoever_chooses_it_and_a_broken_one_is_not() throws Exception {
        assertThat(bring("changing", "1.0.0", NONE.formatted("first")).status()).isEqualTo(201);
        enable("changing");
        assertThat(accounts()).isEqualTo("NotFound[what=first]");
        assertThat(bring("changing", "1.0.0", NONE.formatted("again")).status()).isEqualTo(422);
        byte[] hollow = HandmadePlugin.reading("changing", "2.0.0", NONE.formatted("x"))
                .without("classes/META-INF/extensions.idx")
                .signed();
        assertThat(platform.upload(hollow, PluginPlatform.OPERATOR).status()).isEqualTo(422);
        assertThat(accounts()).isEqualTo("NotFound[what=first]");
        assertThat(bring("changing", "2.0.0", NONE.formatted("second")).status()).isEqualTo(201);
        assertThat(accounts()).isEqualTo("NotFound[what=first]");
        assertThat(platform.send("POST", "/api/v1/plugins/changing/version", "{\"version\": \"2.0.0\"}").status())
                .isEqualTo(200);
        assertThat(accounts()).isEqualTo("NotFound[what=second]");
        disable("changing");
    }

    @Test
    void a_slow_plugin_is_not_waited_for() throws Exception {
        bring("sleeper", "1.0.0", """
                try { Thread.sleep(60_000); } catch (InterruptedException stop) { Thread.currentThread().interrupt(); }
                return io.openteller.spi.Outcome.notFound("nothing");
                """);
        enable("sleeper");
        assertThat(accounts(Duration.ofMillis(700))).contains("Failed", "no answer within 700 ms");
        assertThat(platform.plugin("sleeper").text("health")).contains("DOWN");
        disable("sleeper");
    }

    @Test
    void a_plugin_that_throws_is_a_failed_call_and_no_more() throws Exception {
        bring("thrower", "1.0.0", "throw new IllegalStateException(\"out of paper\");");
        enable("thrower");
        assertThat(accounts()).contains("Failed", "IllegalStateException at made.Accounts.accounts");
        disable("thrower");
    }

    @Test
    void a_plugin_sees_nothing_of_the_platform() throws Exception {
        bring("curious", "1.0.0", """
                String seen = "";
                for (String name : new String[] {"io.openteller.platform.plugin.Plugins",
                        "io.micronaut.context.ApplicationContext", "org.jdbi.v3.core.Jdbi", "java.lang.String"}) {
                    try {
                        seen += Class.forName(name).getSimpleName() + " ";
                    } catch (ClassNotFoundException hidden) {
                        seen += "- ";
                    }
                }
                return io.openteller.spi.Outcome.refused(seen + Thread.currentThread().getContextClassLoader()
                        .equals(getClass().getClassLoader()));
                """);
        enable("curious");
        assertThat(accounts()).isEqualTo("Refused[reason=- - - String true]");
        disable("curious");
    }

    private static Answer bring(String id, String version, String accounts) throws Exception {
        return platform.upload(HandmadePlugin.reading(id, version, accounts).signed(), PluginPlatform.OPERATOR);
    }

    private static void enable(String id) throws Exception {
        assertThat(platform.enable(id).status()).isEqualTo(200);
    }

    private static void disable(String id) throws Exception {
        assertThat(platform.send("POST", "/api/v1/plugins/" + id + "/disable", "{}").status()).isEqualTo(200);
    }

    /** What the enabled plugin said, or what became of the call. */
    private static String accounts() {
        return accounts(Duration.ofSeconds(20));
    }

    private static String accounts(Duration within) {
        CallOutcome<List<Account>> called = CurrentTenant.call(platform.bank, () -> platform.bean(Plugins.class)
                .call(
                        AccountReader.class,
                        "call-1",
                        within,
                        (reader, context) -> reader.accounts(context, "c-1")));
        return called instanceof CallOutcome.Answered<List<Account>>(var plugin, Outcome<List<Account>> said, var ms)
                ? said.toString()
                : called.toString();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> !file.startsWith(folder.resolve("data"))).sorted().toList();
        }
    }
}
