package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.Database;
import io.openteller.platform.plugin.BuiltPlugins;
import io.openteller.platform.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process, really killed (SIGKILL), while it exchanges a card by the shipped procedure: after the block that is to be taken
 * back, or while it is being taken back. By the books of the built sandbox it is taken back once.
 */
class AmendsKillIT {

    private static final String NO_NEW_CARD = "\"cards.replace/v1\": \"DOWN\"";

    @TempDir
    static Path folder;

    private Tenant bank;
    private Chat chat;

    @BeforeAll
    static void plugins() throws IOException {
        BuiltPlugins.copiedTo(folder.resolve("plugins"), "banking-sandbox");
    }

    @Test
    void killed_between_the_block_and_its_taking_back() throws Exception {
        killedOnce("cards.block/v1", "{\"cards.replace/v1\": {\"fault\": \"SLOW\", \"millis\": 60000}}");
        assertThat(effects()).containsExactly("cards.block/v1");
        String told = goneOn("{" + NO_NEW_CARD + "}");
        assertThat(effects()).containsExactly("cards.block/v1", "cards.unblock/v1");
        assertThat(told).contains("taken back", "“Block this card”", "I could not replace the card");
    }

    @Test
    void killed_after_the_bank_took_it_back_and_before_anybody_heard_of_it() throws Exception {
        killedOnce(
                "cards.unblock/v1",
                "{" + NO_NEW_CARD + ", \"cards.unblock/v1\": {\"fault\": \"APPLIED_THEN_TIMEOUT\", \"millis\": 60000}}");
        String told = goneOn("{" + NO_NEW_CARD + "}");
        assertThat(effects()).containsExactly("cards.block/v1", "cards.unblock/v1");
        assertThat(told).contains("taken back", "“Block this card”", "I could not replace the card");
    }

    @BeforeEach
    void a_customer_who_agreed_to_both() throws IOException {
        try (ApplicationContext platform = RunPlatform.shipped(folder, Database.url())) {
            bank = RunPlatform.sandboxBank(platform, folder);
            chat = Chat.open(platform, bank, "MB-1005").proven();
            assertThat(chat.says("my card is damaged")).contains("a new card in its place");
            chat.says("Yes, a new one");
            assertThat(chat.confirms(true)).contains("may I order the new card");
            chat.confirmsUnanswered();
            // A process takes its time to start.
            chat.change("UPDATE turn SET deadline = clock_timestamp() + interval '5 minutes' WHERE status = 'PENDING'");
        }
    }

    /** @param effect after which the process is killed at once */
    private void killedOnce(String effect, String faults) throws Exception {
        faults(faults);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName(),
                        Database.url(),
                        folder.toString(),
                        bank.slug().value(),
                        chat.id().toString(),
                        "shipped")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        try {
            Instant end = Instant.now().plus(Duration.ofMinutes(2));
            while (!effects().contains(effect) && process.isAlive() && Instant.now().isBefore(end)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            assertThat(effects()).as("the bank did it").contains(effect);
            assertThat(process.isAlive()).isTrue();
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Another process takes it up, as if leases had run out. @return all that the customer was told at last */
    private String goneOn(String faults) throws IOException {
        faults(faults);
        try (ApplicationContext platform = RunPlatform.shipped(folder, Database.url())) {
            Chat later = chat.on(platform);
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (!later.one("SELECT status FROM workflow_run").equals("HANDED_OVER") && Instant.now().isBefore(end)) {
                later.change("UPDATE turn SET lease_until = clock_timestamp() WHERE status = 'RUNNING'");
                later.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL"
                        + " WHERE state IN ('CALLING', 'IN_DOUBT')");
                later.change("UPDATE workflow_run SET look_at = clock_timestamp(), lease_until = NULL WHERE status = 'OPEN'");
                later.timePasses();
            }
            assertThat(later.one("SELECT status FROM workflow_run")).isEqualTo("HANDED_OVER");
            assertThat(later.all("SELECT state FROM bank_intent WHERE undoes IS NOT NULL")).containsExactly("DONE");
            assertThat(later.one("SELECT packet::text FROM escalation")).contains("Taken back");
            assertThat(Replay.of(later, platform)).isEqualTo(later.one("SELECT state::text FROM workflow_run"));
            return later.told();
        }
    }

    private void faults(String faults) throws IOException {
        Files.writeString(file("faults.json"), faults);
    }

    private List<String> effects() throws IOException {
        List<String> operations = new ArrayList<>();
        Path ledger = file("ledger.jsonl");
        for (String line : Files.exists(ledger) ? Files.readAllLines(ledger) : List.<String>of()) {
            operations.add(new JsonMapper().readTree(line).path("operation").asText());
        }
        return operations;
    }

    private Path file(String ending) {
        return folder.resolve("banking-sandbox").resolve(bank.slug().value() + "-meridian." + ending);
    }
}
