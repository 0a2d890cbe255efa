package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.AppendOutcome;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Message;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.internal.Tenancies;
import io.openteller.platform.turn.Turns;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A real process, really killed (SIGKILL), between accepting a message and answering it. */
class KillIT {

    private final Tenant bank =
            Tenancies.register("x" + UUID.randomUUID().toString().substring(0, 8));

    @Test
    void a_message_accepted_by_a_killed_process_is_answered_once_by_the_next() throws Exception {
        UUID chat = acceptAndKill("m1", "can I speak to a human?");
        try (ApplicationContext platform = ApplicationContext.run(TestPlatform.settings(Map.of()))) {
            List<Message> replies = awaitReplies(platform, chat);
            assertThat(replies).hasSize(1);
            assertThat(replies.getFirst().text()).contains("A colleague will join you");
            CurrentTenant.call(bank, () -> {
                assertThat(platform.getBean(Turns.class).accept(chat, "m1", "can I speak to a human?"))
                        .isEqualTo(new AppendOutcome.Duplicate(2));
                assertThat(platform.getBean(Turns.class).answerNext()).isFalse();
                return null;
            });
            assertThat(replies(platform, chat)).hasSize(1);
        }
    }

    private UUID acceptAndKill(String clientMessageId, String text) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledPlatform.class.getName(),
                        Database.url(),
                        bank.slug().value(),
                        clientMessageId,
                        text)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader()) {
            String line = output.lines()
                    .filter(candidate -> candidate.startsWith("holds "))
                    .findFirst()
                    .orElseThrow();
            return UUID.fromString(line.substring("holds ".length()));
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private List<Message> awaitReplies(ApplicationContext platform, UUID chat) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        List<Message> found = replies(platform, chat);
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            TimeUnit.MILLISECONDS.sleep(50);
            found = replies(platform, chat);
        }
        return found;
    }

    private List<Message> replies(ApplicationContext platform, UUID chat) throws Exception {
        return CurrentTenant.call(
                bank, () -> platform.getBean(Conversations.class).messages(chat, 1, 10).stream()
                        .filter(message -> message.author() == Author.ASSISTANT)
                        .toList());
    }
}
