package io.openteller.platform.banking;

import static io.openteller.platform.banking.Operated.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.openteller.platform.audit.Audit;
import io.openteller.platform.audit.ChainState;
import io.openteller.platform.banking.PaperBank.Fault;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of calls that a bank answers late, wrongly or not at all, on a real database. */
class OperationEndingsIT {

    private static ApplicationContext platform;
    private static PaperBank paper;

    private Tenant bank;
    private Operated asha;
    private String card;

    @BeforeAll
    static void start() {
        platform = Operated.platform(Map.of("openteller.banking.lease", "1h"));
        paper = platform.getBean(PaperBank.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_customer_of_a_new_bank() {
        paper.fault = Fault.NONE;
        bank = Operated.newBank(platform, "INR");
        asha = Operated.at(platform, bank, "C-1");
        card = asha.reference("cards.list/v1", "/cards/0/card");
    }

    @Test
    void what_was_done_and_never_answered_is_found_out_at_once() {
        paper.fault = Fault.DONE_AND_SILENT;
        output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(effects()).containsExactly("cards.block/v1");
        assertThat(state("call-1")).isEqualTo("DONE");
    }

    @Test
    void what_cannot_be_read_is_asked_for_again_and_never_shown() {
        paper.fault = Fault.GARBLED;
        ObjectNode done = output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(done.has("blockedAt")).isTrue();
        assertThat(effects()).hasSize(1);
    }

    @Test
    void what_was_not_done_is_said_to_be_so_and_the_same_call_stays_so() {
        paper.fault = Fault.DOWN;
        assertThat(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isInstanceOf(Ruling.Unavailable.class);
        paper.fault = Fault.NONE;
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isInstanceOf(Ruling.Unavailable.class);
        assertThat(effects()).isEmpty();
    }

    @Test
    void what_nobody_can_say_stays_in_doubt_until_the_books_open() {
        paper.fault = Fault.BOOKS_CLOSED;
        assertThat(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isEqualTo(new Ruling.InDoubt(PaperBank.ID, false));
        assertThat(asha.settle()).as("not due yet").isFalse();
        due();
        assertThat(asha.settle()).isTrue();
        assertThat(state("call-1")).isEqualTo("IN_DOUBT");
        paper.fault = Fault.NONE;
        due();
        assertThat(asha.settle()).isTrue();
        assertThat(state("call-1")).isEqualTo("DONE");
        output(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(effects()).hasSize(1);
    }

    @Test
    void after_a_bounded_number_of_questions_a_person_has_to_look() {
        paper.fault = Fault.BOOKS_CLOSED;
        asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST"));
        int questions = 1;
        due();
        while (asha.settle()) {
            questions++;
            due();
        }
        assertThat(questions).isEqualTo(10);
        assertThat(paper.asked.get(bank.slug().value() + " call-1")).isEqualTo(10);
        assertThat(state("call-1")).isEqualTo("NEEDS_PERSON");
        assertThat(asha.stored("SELECT attention FROM bank_intent WHERE attention_at IS NOT NULL")).hasSize(1);
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isInstanceOf(Ruling.InDoubt.class);
        assertThat(asha.stored("SELECT count(*)::text FROM bank_intent WHERE counted_at IS NOT NULL"))
                .as("it may have been done, so it counts")
                .containsExactly("1");
    }

    @Test
    void a_caller_that_dies_after_the_bank_did_it_leaves_a_row_that_the_worker_ends_once() {
        asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"));
        asha.confirm("call-1", true);
        paper.fault = Fault.CALLER_DIES;
        assertThatThrownBy(() -> asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isInstanceOf(PaperBank.Killed.class);
        assertThat(state("call-1")).isEqualTo("CALLING");
        paper.fault = Fault.NONE;
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .as("somebody may still be at it")
                .isInstanceOf(Ruling.InDoubt.class);
        assertThat(asha.settle()).as("somebody may still be at it").isFalse();
        due();
        assertThat(asha.settle()).isTrue();
        assertThat(asha.settle()).isFalse();
        assertThat(state("call-1")).isEqualTo("DONE");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void whoever_asks_again_after_the_lease_finds_out_at_once() {
        asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"));
        asha.confirm("call-1", true);
        paper.fault = Fault.CALLER_DIES;
        assertThatThrownBy(() -> asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))
                .isInstanceOf(PaperBank.Killed.class);
        paper.fault = Fault.NONE;
        due();
        output(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(effects()).hasSize(1);
    }

    @Test
    void calls_are_taken_back_the_latest_first_and_once() {
        output(asha.confirmed("call-1", "cards.set_limit/v1", Arguments.limit(card, "500000", "INR")));
        output(asha.confirmed("call-2", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(asha.compensate("call-1", "call-2")).isEmpty();
        assertThat(asha.compensate("call-1", "call-2")).isEmpty();
        assertThat(effects())
                .containsExactly("cards.set_limit/v1", "cards.block/v1", "cards.unblock/v1", "cards.set_limit/v1");
        assertThat(paper.ledger(bank.slug().value()).getLast().input())
                .as("what was there before is put back")
                .contains(asha.stored("SELECT output -> 'before' ->> 'minor' FROM bank_intent WHERE call_id = 'call-1'")
                        .getFirst());
        assertThat(asha.stored("SELECT undone_by FROM bank_intent WHERE undoes IS NULL ORDER BY call_id"))
                .containsExactly("call-1~undo", "call-2~undo");
    }

    @Test
    void what_cannot_be_taken_back_is_put_before_a_person() {
        output(asha.confirmed("call-1", "cards.replace/v1", Arguments.with("card", card)));
        output(asha.perform("call-2", "crm.note/v1", Arguments.with("subject", "CARD", "text", "replaced")));
        output(asha.confirmed("call-3", "cards.block/v1", Arguments.block(card, "LOST")));
        paper.fault = Fault.DOWN;
        assertThat(asha.compensate("call-1", "call-2", "call-3", "call-unknown"))
                .containsExactlyInAnyOrder("call-1", "call-3", "call-unknown");
        assertThat(asha.stored("SELECT call_id || ' ' || state FROM bank_intent WHERE attention IS NOT NULL ORDER BY 1"))
                .containsExactly("call-1 DONE", "call-3 DONE");
    }

    @Test
    void another_customers_calls_are_not_taken_back() {
        output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(asha.elsewhere().compensate("call-1")).containsExactly("call-1");
        assertThat(effects()).containsExactly("cards.block/v1");
    }

    @Test
    void the_audit_chain_has_every_ending() {
        output(asha.confirmed("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(asha.stored("SELECT action FROM audit_event WHERE subject = 'call-1' ORDER BY number"))
                .containsExactly("bank.confirmed", "bank.cards.block");
        assertThat(CurrentTenant.call(bank, () -> platform.getBean(Audit.class).verify()))
                .isInstanceOf(ChainState.Intact.class);
    }

    /** Whatever waits, waits no more. */
    private void due() {
        asha.change("UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state IN ('CALLING', 'IN_DOUBT')");
    }

    private String state(String callId) {
        return asha.stored("SELECT state FROM bank_intent WHERE call_id = '" + callId + "'").getFirst();
    }

    private List<String> effects() {
        return paper.ledger(bank.slug().value()).stream().map(PaperBank.Effect::operation).toList();
    }
}
