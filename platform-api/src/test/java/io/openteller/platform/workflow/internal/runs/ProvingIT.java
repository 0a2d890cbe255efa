package io.openteller.platform.workflow.internal.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.Author;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.workflow.Steps.CodeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who the customer is, by their device and by questions out of the built sandbox's books. Nothing here can send a code. */
class ProvingIT {

    private static final List<String> WRONG = List.of("Nowhere");

    @TempDir
    static Path folder;

    private static ApplicationContext platform;

    private Tenant bank;

    @BeforeAll
    static void start() throws IOException {
        platform = RunPlatform.sandboxed(folder);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_new_bank() {
        bank = RunPlatform.sandboxBank(platform, folder);
    }

    @Test
    void a_known_device_is_enough_and_a_second_proof_is_asked_for_all_the_same() {
        Chat asha = Chat.open(platform, bank, "MB-1001");
        assertThat(asha.says("show the accounts that I have")).contains("answer the questions below");
        assertThat(asha.one("SELECT string_agg(operation, ' ' ORDER BY at) FROM bank_decision"))
                .isEqualTo("fraud.device_check/v1 accounts.list/v1 questions.ask/v1");
        assertThat(asha.answersQuestions(right(asha)).result()).isEqualTo(CodeResult.Kind.VERIFIED);
        assertThat(asha.told()).startsWith("You have");
        assertThat(Replay.of(asha, platform)).isEqualTo(asha.one("SELECT state::text FROM workflow_run"));
    }

    @Test
    void an_unknown_device_and_no_code_leave_the_questions() {
        Chat stranger = Chat.open(platform, bank, UNKNOWN_DEVICE);
        assertThat(stranger.says("show the accounts that I have")).contains("answer the questions below");
        assertThat(stranger.one("SELECT string_agg(operation, ' ' ORDER BY at) FROM bank_decision"))
                .isEqualTo("fraud.device_check/v1 questions.ask/v1");
        assertThat(stranger.one("SELECT assurance FROM conversation")).isEqualTo("IDENTIFIED");
    }

    @Test
    void answers_are_never_messages_and_wrong_ones_can_be_put_right() {
        Chat asha = Chat.open(platform, bank, "MB-1001");
        asha.says("show the accounts that I have");
        assertThat(asha.answersQuestions(WRONG)).isEqualTo(new CodeResult(CodeResult.Kind.WRONG, 1));
        List<String> right = right(asha);
        asha.answersQuestions(right);
        assertThat(asha.told()).startsWith("You have");
        assertThat(asha.in(() -> platform.getBean(Conversations.class).messages(asha.id(), 0, 200)))
                .filteredOn(message -> message.author() != Author.ASSISTANT)
                .hasSize(2)
                .noneMatch(message -> right.stream().anyMatch(message.text()::contains));
        assertThat(asha.all("SELECT event::text FROM workflow_event")).noneMatch(event -> event.contains("Bengaluru"));
    }

    @Test
    void too_many_wrong_ones_go_the_way_of_who_did_not_prove_it() {
        Chat asha = Chat.open(platform, bank, "MB-1001");
        asha.says("show the accounts that I have");
        asha.answersQuestions(WRONG);
        assertThat(asha.answersQuestions(WRONG).result()).isEqualTo(CodeResult.Kind.TOO_MANY);
        assertThat(asha.told()).contains("A colleague from security");
        assertThat(asha.one("SELECT attempts FROM bank_proof")).as("shared with codes").isEqualTo("2");
    }

    @Test
    void a_customer_who_is_locked_out_is_asked_nothing() {
        Chat asha = Chat.open(platform, bank, UNKNOWN_DEVICE);
        asha.change("INSERT INTO bank_proof (tenant_id, customer_ref, attempts, first_at, locked_until) VALUES ('"
                + bank.id() + "', '" + UNKNOWN_DEVICE + "', 5, clock_timestamp(), clock_timestamp() + interval '1 hour')");
        assertThat(asha.says("show the accounts that I have")).contains("A colleague from security");
    }

    @Test
    void questions_that_have_expired_are_asked_anew() {
        Chat asha = Chat.open(platform, bank, "MB-1001");
        asha.says("show the accounts that I have");
        String first = asha.card("QUESTIONS").path("challengeId").textValue();
        asha.change("UPDATE workflow_step SET expires_at = clock_timestamp()");
        assertThat(asha.answersQuestions(right(asha)).result()).isEqualTo(CodeResult.Kind.EXPIRED);
        assertThat(asha.card("QUESTIONS").path("challengeId").textValue()).isNotEqualTo(first);
        asha.answersQuestions(right(asha));
        assertThat(asha.told()).startsWith("You have");
    }

    private static final String UNKNOWN_DEVICE = "MB-1006";

    /** The number of accounts is what the bank says it is. */
    private static List<String> right(Chat asha) {
        return List.of("Bengaluru", "March", asha.all("SELECT count(*) FROM bank_reference WHERE kind = 'account'").getFirst());
    }
}
