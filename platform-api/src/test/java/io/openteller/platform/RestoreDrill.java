package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.openteller.local.LocalPostgres;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The drill of docs/operations.md, whichever way the copy is made: it is made while customers write, the server that it was made of
 * is stopped for good, and a platform that never saw that one goes on where everybody was.
 */
final class RestoreDrill {

    /** A PostgreSQL with the platform's database and its two roles. */
    interface Server {

        /** JDBC, without user and password. */
        String url();

        String ownerPassword();

        String applicationPassword();

        /** Returns when it has ended. */
        void stop();
    }

    /** Something that takes files or processes. */
    interface Work<T> {
        T does() throws Exception;
    }

    private final Path key;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param folder holds the vault key, apart from the database and its copies: without it sealed values stay sealed */
    RestoreDrill(Path folder) {
        this.key = folder.resolve("vault-key.json");
    }

    /**
     * @param copies makes the copy, of the first server
     * @param restored starts another server on the copy, when the first one is gone
     */
    void run(Server first, Work<Path> copies, Work<Server> restored) throws Exception {
        TestBank bank;
        TestVisitor answered;
        TestVisitor waits;
        String before;
        List<Message> said;
        try (EmbeddedServer platform = start(first, false)) {
            bank = TestBank.open(platform.getApplicationContext(), "GBP");
            bank(platform, bank, () -> bank.publish(
                    platform.getApplicationContext(), "cards", "# Replacing a lost card\nA new card costs £6 and comes in 5 days."));
            answered = TestVisitor.anonymous(platform, bank);
            answered.says("How much does replacing a card cost?");
            bank(platform, bank, () -> assertThat(
                            platform.getApplicationContext().getBean(Turns.class).answerNext())
                    .isTrue());
            waits = TestVisitor.anonymous(platform, bank);
            waits.says("can I speak to a human?");
            said = messages(platform, bank, answered.conversation());
            assertThat(said).hasSize(3);
            before = chain(platform, bank);

            var crowd = CompletableFuture.runAsync(() -> writes(platform, bank), task -> Thread.ofVirtual().start(task));
            copies.does();
            over.set(true);
            crowd.get(30, TimeUnit.SECONDS);
        } finally {
            over.set(true);
            first.stop();
        }

        Server second = restored.does();
        try (EmbeddedServer platform = start(second, true)) {
            assertThat(messages(platform, bank, answered.conversation())).isEqualTo(said);
            await(() -> messages(platform, bank, waits.conversation()).size() == 3);
            assertThat(messages(platform, bank, waits.conversation()).getLast().text()).contains("A colleague will join you");

            TestVisitor again = answered.at(platform);
            try (TestStream stream = again.stream("3")) {
                long seq = again.says("How much does replacing a card cost?");
                assertThat(seq).as("the next place of the same conversation").isEqualTo(4);
                assertThat(stream.nextFrom("ASSISTANT").id()).isEqualTo("5");
            }
            assertThat(chain(platform, bank)).startsWith("Intact").isNotEqualTo(before);
        } finally {
            second.stop();
        }
    }

    private EmbeddedServer start(Server server, boolean answers) {
        Map<String, Object> settings = new HashMap<>(
                TestPlatform.settings(server.url(), Map.of("openteller.turn.loop", String.valueOf(answers))));
        settings.put("datasources.default.username", LocalPostgres.APPLICATION);
        settings.put("datasources.default.password", server.applicationPassword());
        settings.put("openteller.migration.owner", LocalPostgres.OWNER);
        settings.put("openteller.migration.password", server.ownerPassword());
        settings.put("openteller.vault.key-file", key.toString());
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }

    private void writes(EmbeddedServer platform, TestBank bank) {
        try {
            for (int i = 0; i < 200 && !over.get(); i++) {
                TestVisitor.anonymous(platform, bank).says("What are the fees?");
            }
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String chain(EmbeddedServer platform, TestBank bank) {
        ChainState state = CurrentTenant.call(
                bank.tenant(), () -> platform.getApplicationContext().getBean(Audit.class).verify());
        return state.toString();
    }

    private static List<Message> messages(EmbeddedServer platform, TestBank bank, UUID conversation) {
        return CurrentTenant.call(
                bank.tenant(),
                () -> platform.getApplicationContext().getBean(Conversations.class).messages(conversation, 0, 100));
    }

    private static void bank(EmbeddedServer platform, TestBank bank, Runnable work) {
        assertThat(platform.isRunning()).isTrue();
        CurrentTenant.run(bank.tenant(), work);
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void await(Check check) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime()).as("it became so in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
