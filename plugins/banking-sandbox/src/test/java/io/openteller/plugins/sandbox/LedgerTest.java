package io.openteller.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.Outcome;
import io.openteller.spi.banking.OperationProvider.Past;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What others can read of the effects, and what the bank says of calls whose answers never came. */
class LedgerTest extends SandboxStoreTest {

    private static final JsonNode BLOCK = Json.of("card", "card-tb1-1", "reason", "LOST");

    private List<JsonNode> ledger() throws IOException {
        return Files.readAllLines(nora().ledgerFile()).stream().map(Customer::json).toList();
    }

    @Test
    void every_effect_is_a_line_and_nothing_else_is() throws Exception {
        nora().done("accounts.list");
        nora().done("questions.ask");
        nora().ask("call-1", "cards.block", BLOCK);
        nora().ask("call-1", "cards.block", BLOCK);
        nora().refused("cards.set_limit", "card", "card-tb1-1", "use", "CASH", "daily", Json.of("minor", -1, "currency", "GBP"));
        idris().ask("call-2", "cards.block", BLOCK);
        assertThat(ledger()).hasSize(1);
        JsonNode line = ledger().getFirst();
        assertThat(line.path("callId").asText()).isEqualTo("call-1");
        assertThat(line.path("operation").asText()).isEqualTo("cards.block/v1");
        assertThat(line.path("customer").asText()).isEqualTo("TB-1");
        assertThat(line.path("arguments")).isEqualTo(BLOCK);
        assertThat(Instant.parse(line.path("at").asText())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void money_that_was_booked_is_in_the_line() throws Exception {
        JsonNode fee = nora().done("transactions.match", "merchant", "Overdraft").path("transactions").get(0);
        JsonNode proposal =
                nora().done("refunds.propose", "transaction", fee.path("transaction").asText(), "reason", "FEE_IN_ERROR");
        nora().done("refunds.execute", "refund", proposal.path("refund").asText(), "amount", Json.of("minor", 1000, "currency", "GBP"));
        nora().done("refunds.reverse", "refund", proposal.path("refund").asText());
        assertThat(ledger()).extracting(line -> line.path("booked").path("minor").asLong()).containsExactly(0L, 1000L, -1000L);
    }

    @Test
    void a_code_that_was_typed_is_not_in_the_ledger() throws Exception {
        String challenge = nora().done("codes.send").path("challenge").asText();
        nora().done("codes.verify", "challenge", challenge, "code", "271828");
        assertThat(Files.readString(nora().ledgerFile())).doesNotContain("271828");
    }

    @Test
    void a_line_that_a_stop_broke_or_lost_is_written_when_the_store_is_opened_again() throws Exception {
        for (int i = 0; i < 4; i++) {
            nora().ask("note-" + i, "crm.note", Json.of("subject", "OTHER", "text", "Called about " + i));
        }
        List<String> whole = Files.readAllLines(nora().ledgerFile());
        Store.closeAll();
        Files.writeString(nora().ledgerFile(), whole.get(0) + "\n" + whole.get(1) + "\n" + whole.get(2).substring(0, 30));
        nora().done("accounts.list");
        assertThat(Files.readAllLines(nora().ledgerFile())).isEqualTo(whole);
        Store.closeAll();
        Files.delete(nora().ledgerFile());
        nora().ask("note-4", "crm.note", Json.of("subject", "OTHER", "text", "Called again"));
        assertThat(ledger()).hasSize(5);
        assertThat(ledger()).extracting(line -> line.path("seq").asLong())
                .isSortedAccordingTo(Long::compare)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_file_of_an_empty_line_is_no_obstacle() throws Exception {
        nora().done("accounts.list");
        Store.closeAll();
        Files.writeString(nora().ledgerFile(), "", StandardOpenOption.CREATE);
        nora().ask("call-1", "cards.block", BLOCK);
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void what_was_applied_without_an_answer_is_found_by_its_call() throws Exception {
        nora().faults("{\"cards.block/v1\": {\"fault\": \"APPLIED_THEN_TIMEOUT\", \"millis\": 1}}");
        assertThat(nora().ask("call-1", "cards.block", BLOCK)).isInstanceOf(Outcome.Unavailable.class);
        assertThat(ledger()).hasSize(1);
        Past past = nora().past("cards.block", "call-1");
        assertThat(past).isInstanceOf(Past.Performed.class);
        nora().faults("{}");
        assertThat(Customer.done("cards.block", nora().ask("call-1", "cards.block", BLOCK)))
                .isEqualTo(Customer.json(((Past.Performed) past).resultJson()));
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void what_was_down_was_never_done_and_will_not_be() throws Exception {
        nora().faults("{\"cards.block/v1\": \"DOWN\"}");
        assertThat(nora().ask("call-1", "cards.block", BLOCK)).isInstanceOf(Outcome.Unavailable.class);
        nora().faults("{}");
        assertThat(nora().past("cards.block", "call-1")).isInstanceOf(Past.Never.class);
        assertThat(nora().ask("call-1", "cards.block", BLOCK)).isInstanceOf(Outcome.Refused.class);
        assertThat(nora().done("cards.list").toString()).contains("\"ACTIVE\"");
        assertThat(Files.exists(nora().ledgerFile())).isFalse();
        nora().done("cards.block", "card", "card-tb1-1", "reason", "LOST");
    }

    @Test
    void a_refused_call_stays_refused_when_it_would_be_done_by_now() {
        assertThat(nora().ask("call-1", "cards.replace", Json.of("card", "card-tb1-1"))).isInstanceOf(Outcome.Refused.class);
        nora().done("cards.block", "card", "card-tb1-1", "reason", "LOST");
        assertThat(nora().ask("call-1", "cards.replace", Json.of("card", "card-tb1-1"))).isInstanceOf(Outcome.Refused.class);
        assertThat(nora().past("cards.replace", "call-1")).isInstanceOf(Past.Never.class);
    }

    @Test
    void the_same_id_with_other_arguments_is_turned_away() {
        nora().ask("call-1", "cards.block", BLOCK);
        assertThat(nora().ask("call-1", "cards.block", Json.of("card", "card-tb1-1", "reason", "FRAUD")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(Customer.done("cards.block", nora().ask("call-1", "cards.block", Json.of("reason", "LOST", "card", "card-tb1-1")))
                        .path("alreadyBlocked")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void faults_are_switched_while_it_runs_by_operation_and_the_special_one_wins() throws Exception {
        nora().faults("{\"*\": \"DOWN\", \"accounts.list/v1\": \"NONE\"}");
        nora().done("accounts.list");
        assertThat(nora().ask("cards.list")).isInstanceOf(Outcome.Unavailable.class);
        nora().faults("{\"cards.list/v1\": \"WRONG_SCHEMA\"}");
        assertThat(((Outcome.Done<String>) nora().ask("cards.list")).value()).startsWith("{\"unexpected\":");
        nora().faults("{\"cards.list/v1\": {\"fault\": \"SLOW\", \"millis\": 120}}");
        Instant before = Instant.now();
        nora().done("cards.list");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        nora().faults("{\"reconcile\": \"UNSURE\"}");
        nora().ask("call-1", "cards.block", BLOCK);
        assertThat(nora().past("cards.block", "call-1")).isInstanceOf(Past.Unknown.class);
        nora().faults("{\"*\": \"NO_SUCH_FAULT\"}");
        assertThat(nora().ask("cards.list")).isInstanceOf(Outcome.Unavailable.class);
    }

    @Test
    void effects_from_many_threads_are_each_in_the_ledger_once() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(LongStream.range(0, 200)
                    .<java.util.concurrent.Callable<Outcome<String>>>mapToObj(i -> () -> nora().ask(
                            "call-" + i % 100, "crm.note", Json.of("subject", "OTHER", "text", "Note " + i % 100)))
                    .toList())) {
                assertThat(done.get()).isInstanceOf(Outcome.Done.class);
            }
        }
        assertThat(ledger()).hasSize(100).extracting(line -> line.path("callId").asText()).doesNotHaveDuplicates();
    }
}
