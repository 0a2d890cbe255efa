package io.openteller.platform.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.packages.SigningKey;
import io.openteller.packages.TrustFolder;
import io.openteller.packages.TrustedKey;
import io.openteller.packages.VerifiedPackage.Trust;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.AccountReader;
import io.openteller.spi.banking.AccountReader.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a partner's key signed runs in a process of its own, and cannot do to the platform what it would. */
class PluginIsolationIT {

    private static final SigningKey PARTNER = SigningKey.generate();
    private static final String MISBEHAVING = """
            String self;
            try {
                self = java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of("/proc/self")).toString();
            } catch (java.io.IOException none) {
                self = "?";
            }
            switch (customer) {
                case "loop": while (true) { Thread.interrupted(); }
                case "memory": java.util.List<byte[]> all = new java.util.ArrayList<>(); while (true) { all.add(new byte[1 << 20]); }
                default: return io.openteller.spi.Outcome.notFound(self);
            }
            """;

    @TempDir
    static Path folder;

    private static PluginPlatform platform;

    @BeforeAll
    static void start() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        new TrustFolder(folder.resolve("trust")).put(TrustedKey.of(PARTNER, "A partner", Trust.PARTNER));
        platform = new PluginPlatform(folder.resolve("data"), plugins, Map.of());
        bring("partner", "1.0.0", MISBEHAVING);
        assertThat(platform.enable("partner").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static void bring(String id, String version, String accounts) throws Exception {
        byte[] zip = TestKeys.signed(HandmadePlugin.reading(id, version, accounts).zip(), PARTNER);
        assertThat(platform.upload(zip, PluginPlatform.OPERATOR).status()).isEqualTo(201);
    }

    @Test
    void a_partners_package_runs_outside_of_the_platforms_process() throws Exception {
        assertThat(platform.plugin("partner").text("isolated")).isEqualTo("true");
        assertThat(platform.plugin("partner").text("trust")).isEqualTo("PARTNER");
        String process = said(called("partner", "c-1"));
        assertThat(process).containsPattern("NotFound\\[what=\\d+]").doesNotContain("=" + ProcessHandle.current().pid() + "]");
    }

    @Test
    void what_loops_or_takes_all_memory_loses_its_process_and_is_back_for_the_next_call() throws Exception {
        for (String way : List.of("loop", "memory")) {
            String before = said(called("partner", "c-1"));
            assertThat(called("partner", way)).isInstanceOf(CallOutcome.Failed.class);
            assertThat(answeredByAnother(before)).startsWith("NotFound").isNotEqualTo(before);
        }
    }

    @Test
    void a_bank_moves_to_another_version_while_calls_go_on_and_none_is_lost() throws Exception {
        String says = "return io.openteller.spi.Outcome.notFound(\"%s\");";
        bring("moving", "1.0.0", says.formatted("first"));
        assertThat(platform.enable("moving").status()).isEqualTo(200);
        Queue<String> said = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> callers = List.of(calling(said, done), calling(said, done));
        await(said, "NotFound[what=first]");
        bring("moving", "2.0.0", says.formatted("second"));
        assertThat(platform.send("POST", "/api/v1/plugins/moving/version", "{\"version\": \"2.0.0\"}").status())
                .isEqualTo(200);
        await(said, "NotFound[what=second]");
        done.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(said).containsOnly("NotFound[what=first]", "NotFound[what=second]");
        assertThat(said).contains("NotFound[what=first]", "NotFound[what=second]");
    }

    private static void await(Queue<String> said, String wanted) {
        for (int i = 0; i < 1_000 && !said.contains(wanted); i++) {
            pause();
        }
    }

    private static Thread calling(Queue<String> said, AtomicBoolean done) {
        return Thread.ofVirtual().start(() -> {
            while (!done.get()) {
                said.add(said(called("moving", "c-1")));
                pause();
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** The old process has a quarter of a second to come to its senses; the new one may still be on its way. */
    private static String answeredByAnother(String before) {
        String said = before;
        for (int i = 0; i < 400 && (said.equals(before) || !said.startsWith("NotFound")); i++) {
            said = said(called("partner", "c-1"));
            pause();
        }
        return said;
    }

    private static CallOutcome<List<Account>> called(String plugin, String customer) {
        return CurrentTenant.call(platform.bank, () -> platform.bean(Plugins.class)
                .call(
                        plugin,
                        AccountReader.class,
                        "call-" + UUID.randomUUID(),
                        Duration.ofSeconds(3),
                        (reader, context) -> reader.accounts(context, customer)));
    }

    private static String said(CallOutcome<List<Account>> called) {
        return called instanceof CallOutcome.Answered<List<Account>>(var plugin, Outcome<List<Account>> said, var ms)
                ? said.toString()
                : called.toString();
    }
}
