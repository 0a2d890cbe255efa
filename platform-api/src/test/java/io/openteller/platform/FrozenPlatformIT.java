package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.tenancy.TenantSlug;
import io.openteller.platform.tenancy.Tenants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process is frozen (SIGSTOP) in the middle of a transaction. Its sessions stay open, and what they have locked stays locked. */
class FrozenPlatformIT {

    private static final Duration CUT_AFTER = Duration.ofSeconds(4);

    private static ApplicationContext other;

    @BeforeAll
    static void start() {
        other = ApplicationContext.run(TestSettings.quiet(Database.url()));
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @Test
    void what_it_has_locked_is_free_again_and_what_it_had_not_committed_never_was() throws Exception {
        Tenant bank = bank();
        UUID chat = in(bank, () -> other.getBean(Conversations.class)
                .open(new Opening("WIDGET", null, null, "en", "Hello, I am an AI.")));
        Process frozen = start(bank, chat);
        try (var says = frozen.inputReader()) {
            assertThat(says.lines().anyMatch("holds"::equals)).isTrue();
            signal("STOP", frozen);

            long begun = System.nanoTime();
            AppendOutcome taken = in(bank, () -> other.getBean(Conversations.class)
                    .append(chat, "other", "Said to the other one.", Duration.ofSeconds(25)));
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("it waited for the row, and not for ever")
                    .isBetween(Duration.ofSeconds(1), CUT_AFTER.multipliedBy(4));
            assertThat(taken).isInstanceOf(AppendOutcome.Appended.class);

            signal("CONT", frozen);
            frozen.outputWriter().append("go on\n").flush();
            assertThat(says.lines().filter(line -> line.matches("cut|committed|reads .*")).limit(2))
                    .as("it is told, and its next transaction has another session")
                    .containsExactly("cut", "reads 2");
            assertThat(frozen.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            frozen.destroyForcibly();
        }
        List<Message> messages = in(bank, () -> other.getBean(Conversations.class).messages(chat, 0, 10));
        assertThat(messages).extracting(Message::text).containsExactly("Hello, I am an AI.", "Said to the other one.");
        assertThat(messages).extracting(Message::seq).containsExactly(1L, 2L);
    }

    @Test
    void every_session_of_the_platform_is_bound_so() {
        String bounds = in(bank(), () -> other.getBean(TenantDatabase.class).inTransaction(sql -> sql.createQuery(
                        "SELECT current_setting('idle_in_transaction_session_timeout') || ' ' || current_setting('lock_timeout')")
                .mapTo(String.class)
                .one()));
        assertThat(bounds).isEqualTo("15s 30s");
    }

    private static Tenant bank() {
        String slug = "f" + UUID.randomUUID().toString().substring(0, 12);
        return other.getBean(Tenants.class).register(new TenantSlug(slug), slug, "GBP");
    }

    private static <T> T in(Tenant bank, Supplier<T> work) {
        return CurrentTenant.call(bank, work::get);
    }

    private static Process start(Tenant bank, UUID chat) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FrozenPlatform.class.getName(),
                        Database.url(),
                        "-c idle_in_transaction_session_timeout=" + CUT_AFTER.toMillis() + " -c lock_timeout=30s",
                        bank.slug().value(),
                        chat.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
    }
}
