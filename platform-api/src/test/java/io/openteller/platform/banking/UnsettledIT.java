package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.banking.PaperBank.Fault;
import io.openteller.platform.banking.internal.intent.Finders;
import io.openteller.platform.problem.ErrorCode;
import io.openteller.platform.problem.ProblemException;
import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do about calls that nobody could find out about, on a real database. */
class UnsettledIT {

    private static final String DUE =
            "UPDATE bank_intent SET look_at = clock_timestamp(), lease_until = NULL WHERE state = 'IN_DOUBT'";

    private static ApplicationContext platform;
    private static PaperBank paper;

    private Operated asha;
    private Finders anna;
    private Finders ben;

    @BeforeAll
    static void start() {
        platform = Operated.platform(Map.of());
        paper = platform.getBean(PaperBank.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_customer_of_a_new_bank() {
        paper.fault = Fault.NONE;
        paper.refund = 100_000;
        Tenant bank = Operated.newBank(platform, "INR");
        asha = Operated.at(platform, bank, "C-1");
        anna = Finders.named(platform, bank, "Anna");
        ben = Finders.named(platform, bank, "Ben");
    }

    @Test
    void every_question_to_the_bank_is_in_the_history() {
        link("call-1");
        assertThat(anna.history("call-1"))
                .startsWith("CALLED no answer in time", "ASKED the bank's books cannot say")
                .hasSize(11);
        assertThat(state("call-1")).isEqualTo("NEEDS_PERSON");
    }

    @Test
    void a_call_that_the_bank_answers_has_no_history() {
        asha.perform("call-1", "access.send_reset_link/v1", "{}");
        assertThat(anna.history("call-1")).isEmpty();
    }

    @Test
    void a_person_may_have_the_bank_asked_again_when_nobody_asks_any_more() {
        link("call-1");
        anna.asks("call-1");
        assertThat(state("call-1")).as("the books are still closed").isEqualTo("NEEDS_PERSON");
        paper.fault = Fault.NONE;
        anna.asks("call-1");
        assertThat(state("call-1")).isEqualTo("DONE");
        assertThat(asha.stored("SELECT call_id FROM bank_intent WHERE attention IS NOT NULL")).isEmpty();
        assertThat(anna.history("call-1")).endsWith("WANTED  by Anna", "ASKED the bank did it");
        assertThat(asha.perform("call-1", "access.send_reset_link/v1", "{}")).isInstanceOf(Ruling.Done.class);
        assertThat(heard()).contains(asha.session().conversation() + " call-1");
        assertThat(refused(() -> anna.asks("call-1"))).isEqualTo(ErrorCode.APPROVAL_DECIDED);
    }

    @Test
    void one_person_settles_what_moves_no_money() {
        link("call-1");
        anna.finds("call-1", true, "the mail server has no trace");
        assertThat(state("call-1")).isEqualTo("NOT_DONE");
        assertThat(anna.history("call-1")).endsWith("SETTLED Not done: the mail server has no trace by Anna");
        assertThat(refused(() -> anna.asks("call-1"))).isEqualTo(ErrorCode.APPROVAL_DECIDED);
    }

    @Test
    void where_money_moves_a_second_person_has_to_find_the_same() {
        refund("call-1");
        anna.finds("call-1", true, "not in the journal");
        assertThat(state("call-1")).isEqualTo("NEEDS_PERSON");
        assertThat(counting()).isEqualTo("1");
        assertThat(refused(() -> ben.finds("call-1", true, "me too"))).isEqualTo(ErrorCode.APPROVAL_DECIDED);
        assertThat(refused(() -> anna.decides("call-1", true, ""))).isEqualTo(ErrorCode.SECOND_PERSON_NEEDED);
        ben.decides("call-1", true, "");
        assertThat(state("call-1")).isEqualTo("NOT_DONE");
        assertThat(counting()).isEqualTo("0");
        assertThat(anna.history("call-1"))
                .endsWith("FOUND Not done: not in the journal by Anna", "SETTLED Not done: not in the journal by Ben");
    }

    @Test
    void a_finding_that_a_colleague_refuses_is_open_again() {
        refund("call-1");
        anna.finds("call-1", true, "not in the journal");
        ben.decides("call-1", false, "it is, on the next page");
        assertThat(counting()).isEqualTo("1");
        ben.finds("call-1", false, "page 2 of the journal");
        anna.decides("call-1", true, "");
        assertThat(state("call-1")).as("it was done").isEqualTo("NEEDS_PERSON");
        assertThat(asha.stored("SELECT settled_by || ': ' || settled_reason FROM bank_intent WHERE call_id = 'call-1'"))
                .containsExactly("Anna: page 2 of the journal");
        assertThat(counting()).isEqualTo("1");
    }

    @Test
    void what_was_to_be_undone_stays_with_people_when_it_turns_out_to_be_done() {
        refund("call-1");
        assertThat(asha.compensate("call-1")).containsExactly("call-1");
        paper.fault = Fault.NONE;
        anna.asks("call-1");
        assertThat(state("call-1")).isEqualTo("DONE");
        assertThat(asha.stored("SELECT attention FROM bank_intent WHERE call_id = 'call-1'"))
                .containsExactly("it was done, and is to be undone");
    }

    /** A call that is not for people yet is only asked about. */
    @Test
    void nobody_settles_what_the_bank_is_still_asked_about() {
        paper.fault = Fault.BOOKS_CLOSED;
        asha.perform("call-1", "access.send_reset_link/v1", "{}");
        assertThat(refused(() -> anna.finds("call-1", true, "early"))).isEqualTo(ErrorCode.NOT_FOUND);
    }

    private void link(String call) {
        paper.fault = Fault.BOOKS_CLOSED;
        asha.perform(call, "access.send_reset_link/v1", "{}");
        nobodyKnows();
    }

    private void refund(String call) {
        String arguments = Arguments.refund(asha);
        paper.fault = Fault.BOOKS_CLOSED;
        asha.confirmed(call, "refunds.execute/v1", arguments);
        nobodyKnows();
    }

    private void nobodyKnows() {
        asha.change(DUE);
        while (asha.settle()) {
            asha.change(DUE);
        }
    }

    private String state(String call) {
        return asha.stored("SELECT state FROM bank_intent WHERE call_id = '" + call + "'").getFirst();
    }

    private String counting() {
        return asha.stored("SELECT count(*)::text FROM bank_intent WHERE counted_at IS NOT NULL AND operation LIKE 'refunds.execute%'")
                .getFirst();
    }

    private List<String> heard() {
        return platform.getBean(HeardCalls.class).heard;
    }

    private static ErrorCode refused(ThrowingCallable deed) {
        var problem = assertThatExceptionOfType(ProblemException.class).isThrownBy(deed).actual();
        return problem.code();
    }
}
