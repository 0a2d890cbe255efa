package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of one plugin side by side, and a bank that goes from one to the other while it is called. */
class UpgradeIT {

    /** Long enough that most changes of the version meet calls in flight. */
    private static final String SAYS = """
            try { Thread.sleep(60); } catch (InterruptedException stop) { Thread.currentThread().interrupt(); }
            return io.openteller.spi.Outcome.notFound("%s");
            """;

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
    void no_call_is_lost_while_the_version_changes_under_it() throws Exception {
        bring("turning", "1.0.0", "one");
        bring("turning", "1.1.0", "two");
        assertThat(platform.enable("turning").status()).isEqualTo(200);
        AtomicBoolean done = new AtomicBoolean();
        List<String> said = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> callers = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                callers.add(threads.submit(() -> calls(done)));
            }
            for (int change = 0; change < 20; change++) {
                choose("turning", change % 2 == 0 ? "1.0.0" : "1.1.0");
                Thread.sleep(30);
            }
            done.set(true);
            for (Future<List<String>> caller : callers) {
                said.addAll(caller.get());
            }
        }
        assertThat(said).hasSizeGreaterThan(20).contains("one", "two").containsOnly("one", "two");
    }

    private static List<String> calls(AtomicBoolean done) {
        List<String> said = new ArrayList<>();
        while (!done.get()) {
            said.add(answer(platform.bank, "turning"));
        }
        return said;
    }

    @Test
    void each_bank_stays_on_the_version_that_it_chose() throws Exception {
        bring("staying", "1.0.0", "one");
        Tenant other = platform.another();
        assertThat(platform.enable("staying").status()).isEqualTo(200);
        bring("staying", "2.0.0", "two");
        CurrentTenant.run(other, () -> platform.bean(Installations.class).enable("staying", true, "test"));
        assertThat(answer(platform.bank, "staying")).isEqualTo("one");
        assertThat(answer(other, "staying")).isEqualTo("two");
        Json page = platform.send("GET", "/api/v1/plugins/staying", "").body();
        assertThat(page.text("version")).isEqualTo("1.0.0");
        assertThat(page.text("versions")).contains("version=2.0.0").contains("current=true");
        choose("staying", "2.0.0");
        assertThat(answer(platform.bank, "staying")).isEqualTo("two");
    }

    private static void bring(String id, String version, String says) throws Exception {
        byte[] zip = HandmadePlugin.reading(id, version, SAYS.formatted(says)).signed();
        assertThat(platform.upload(zip, PluginPlatform.OPERATOR).status()).isEqualTo(201);
    }

    private static void choose(String id, String version) throws Exception {
        var answer = platform.send(
                "POST", "/api/v1/plugins/" + id + "/version", "{\"version\": \"" + version + "\"}");
        assertThat(answer.status()).isEqualTo(200);
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
