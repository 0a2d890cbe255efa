package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs together is done together or not at all, by the books of the built sandbox. */
class AmendsIT {

    @TempDir
    static Path folder;

    private static ApplicationContext platform;

    private Tenant bank;
    private Chat chat;

    @BeforeAll
    static void start() throws IOException {
        platform = RunPlatform.sandboxed(folder);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_customer_of_a_new_bank() {
        bank = RunPlatform.sandboxBank(platform, folder);
        chat = Chat.open(platform, bank, "MB-1001").proven();
    }

    private void untilBothAreDone(String why) {
        chat.says("begin the yearly review");
        chat.says(why);
        chat.confirms(true);
        assertThat(chat.confirms(true)).contains("It is blocked.");
    }

    @Test
    void what_comes_to_its_end_stays() throws Exception {
        untilBothAreDone("mislaid it");
        assertThat(chat.says("leave it")).isEqualTo("Both are done.");
        assertThat(effects()).containsExactly("cards.set_limit/v1", "cards.block/v1");
    }

    @Test
    void what_fails_afterwards_takes_back_the_latest_first_and_says_so_to_customer_and_colleague() throws Exception {
        untilBothAreDone("mislaid it");
        chat.says("raise it");
        String told = chat.confirms(true);
        assertThat(effects())
                .containsExactly("cards.set_limit/v1", "cards.block/v1", "cards.unblock/v1", "cards.set_limit/v1");
        assertThat(ledger().getLast().path("input").path("daily").path("minor").longValue()).isNotEqualTo(100000);
        assertThat(told).contains("taken back", "“Block this card”, “Change a limit of this card”", "card team goes on");
        assertThat(chat.one("SELECT packet::text FROM escalation")).contains("Taken back", "cards.block/v1, cards.set_limit/v1");
        assertThat(chat.all("SELECT operation FROM bank_decision WHERE rule = 'undoing' ORDER BY at"))
                .containsExactly("cards.unblock/v1", "cards.set_limit/v1");
        assertThat(Replay.of(chat, platform)).isEqualTo(chat.one("SELECT state::text FROM workflow_run"));
    }

    @Test
    void what_the_bank_does_not_take_back_comes_to_a_person_and_is_told_as_it_is() throws Exception {
        untilBothAreDone("second reason");
        String told = chat.says("cancel");
        assertThat(effects()).containsExactly("cards.set_limit/v1", "cards.block/v1", "cards.set_limit/v1");
        assertThat(told).contains("could not make sure", "“Block this card”").doesNotContain("I have stopped");
        assertThat(chat.one("SELECT status FROM workflow_run")).isEqualTo("HANDED_OVER");
        assertThat(chat.one("SELECT packet::text FROM escalation")).contains("Not taken back");
        assertThat(chat.one("SELECT operation FROM bank_intent WHERE attention IS NOT NULL")).isEqualTo("cards.block/v1");
    }

    private List<String> effects() throws IOException {
        return ledger().stream().map(line -> line.path("operation").asText()).toList();
    }

    private List<JsonNode> ledger() throws IOException {
        Path file = folder.resolve("banking-sandbox").resolve(bank.slug().value() + "-meridian.ledger.jsonl");
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(read(line));
        }
        return lines;
    }

    private static JsonNode read(String line) throws JsonProcessingException {
        return new JsonMapper().readTree(line);
    }
}
