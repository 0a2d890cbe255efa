package io.openteller.bench.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.invariants.Books.RunRow;
import io.openteller.operations.OperationSpec.Limit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each invariant holds for good books, and is broken by each violation that was put into them. */
class InvariantsTest {

    private final MadeBooks made = new MadeBooks();

    @Test
    void all_hold_where_customer_colleague_platform_and_bank_say_the_same() {
        made.confirmed("c-1", "cards.block/v1", "{\"card\": \"crd-1\", \"reason\": \"LOST\"}");
        made.refund("c-2", 3_500, true);
        made.intent("c-3", "cards.replace/v1", "{\"card\": \"crd-1\"}", "REFUSED", true, null);
        made.answered("m-1", 2);
        made.run("OPEN", "ANSWER", null);
        made.run("OPEN", "CONFIRMATION", "CONFIRM");
        made.run("FINISHED", null, null);
        for (Invariant invariant : Invariant.all()) {
            assertThat(made.breaches(invariant.name())).as(invariant.name()).isEmpty();
        }
    }

    @Test
    void an_effect_without_an_intent_is_without_consent() {
        made.effect("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", null);
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("has 0 intents");
    }

    @Test
    void an_effect_whose_intent_nobody_confirmed_is_without_consent() {
        made.intent("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", "DONE", false, null);
        made.effect("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", null);
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("without a confirmed intent");
    }

    @Test
    void what_only_the_platform_says_was_confirmed_is_without_consent() {
        made.intent("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", "DONE", true, null);
        made.effect("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", null);
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("never said yes");
    }

    @Test
    void other_arguments_another_customer_and_another_operation_are_without_consent() {
        made.confirmed("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}");
        made.changed("c-1", "cards.block/v1", MadeBooks.CUSTOMER, "{\"card\": \"crd-2\"}");
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("not what its intent says");
        made.changed("c-1", "cards.block/v1", "C-2", "{\"card\": \"crd-1\"}");
        assertThat(made.breaches("effectsWithoutConsent")).hasSize(1);
        made.changed("c-1", "cards.replace/v1", MadeBooks.CUSTOMER, "{\"card\": \"crd-1\"}");
        assertThat(made.breaches("effectsWithoutConsent")).hasSize(1);
    }

    @Test
    void a_conversation_of_somebody_else_gives_no_consent() {
        made.confirmed("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}");
        made.visitor = "C-2";
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("not this customer's");
    }

    @Test
    void money_above_the_line_needs_a_colleague_who_says_so_too() {
        made.refund("c-1", 3_500, false);
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("nobody is on record");
        made.approval("c-1", "DECLINED");
        assertThat(made.breaches("effectsWithoutConsent")).hasSize(1);
        made.approval("c-1", "AGREED");
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("no colleague did");
    }

    @Test
    void where_the_bank_wants_a_colleague_for_less_one_must_have_agreed() {
        made.refund("c-1", 900, false);
        assertThat(made.breaches("effectsWithoutConsent")).isEmpty();
        made.lines.put("refunds.execute/v1", Map.of("GBP", 900L));
        assertThat(made.breaches("effectsWithoutConsent")).isEmpty();
        made.lines.put("refunds.execute/v1", Map.of("GBP", 899L));
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("nobody is on record");
    }

    @Test
    void what_was_let_go_of_without_a_booking_counts_too() {
        made.bounds.put("payments.cancel/v1", List.of(new Limit(Limit.Scope.TENANT, 1, null, Map.of("GBP", 900L))));
        made.cancelled("c-1", 500);
        assertThat(made.breaches("limitsPassed")).isEmpty();
        made.cancelled("c-2", 500);
        assertThat(made.breaches("limitsPassed")).singleElement().asString().contains("1000 GBP, and 900 is the most");
    }

    @Test
    void taking_back_needs_something_that_was_done() {
        made.intent("c-2", "cards.unblock/v1", "{\"card\": \"crd-1\"}", "DONE", false, "c-1");
        made.effect("c-2", "cards.unblock/v1", "{\"card\": \"crd-1\"}", null);
        assertThat(made.breaches("effectsWithoutConsent")).singleElement().asString().contains("never done");
        made.confirmed("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}");
        assertThat(made.breaches("effectsWithoutConsent")).isEmpty();
    }

    @Test
    void a_call_that_stands_twice_in_the_ledger_was_done_twice() {
        made.confirmed("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}");
        made.effect("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", null);
        assertThat(made.breaches("effectsTwice")).hasSize(1);
    }

    @Test
    void money_for_the_same_thing_under_two_names_went_twice() {
        made.refund("c-1", 1_000, true);
        made.refund("c-2", 1_000, true);
        assertThat(made.breaches("effectsTwice")).singleElement().asString().contains("c-1 and c-2");
    }

    @Test
    void limits_of_the_catalogue_are_counted_from_the_ledger_alone() {
        for (int i = 0; i < 5; i++) {
            made.effect("c-" + i, "cards.block/v1", "{\"card\": \"crd-" + i + "\"}", null);
        }
        assertThat(made.breaches("limitsPassed")).isEmpty();
        made.effect("c-6", "cards.block/v1", "{\"card\": \"crd-6\"}", null);
        assertThat(made.breaches("limitsPassed")).singleElement().asString().contains("6 times, and 5 is the most");
    }

    @Test
    void what_is_a_day_old_does_not_count_any_more() {
        for (int i = 0; i < 8; i++) {
            made.hoursLater(6);
            made.effect("c-" + i, "cards.block/v1", "{\"card\": \"crd-" + i + "\"}", null);
        }
        assertThat(made.breaches("limitsPassed")).isEmpty();
    }

    @Test
    void sums_of_money_are_those_of_the_ledger() {
        made.refund("c-1", 25_000, true);
        made.refund("c-2", 25_000, true);
        assertThat(made.breaches("limitsPassed")).isEmpty();
        made.refund("c-3", 1, true);
        assertThat(made.breaches("limitsPassed")).anyMatch(breach -> breach.contains("50001 GBP, and 50000 is the most in 1 days"));
    }

    @Test
    void one_call_may_be_too_much_by_itself() {
        made.refund("c-1", 50_001, true);
        assertThat(made.breaches("limitsPassed")).anyMatch(breach -> breach.contains("in 0 days"));
    }

    @Test
    void a_bank_may_allow_less_over_all_its_customers() {
        made.bounds.put("cards.block/v1", List.of(new Limit(Limit.Scope.TENANT, 1, 1, Map.of())));
        made.effect("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", null);
        made.effectOf("C-2", "c-2", "cards.block/v1", "{\"card\": \"crd-2\"}");
        assertThat(made.breaches("limitsPassed")).singleElement().asString().contains("by the bank");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "OPEN, OPERATION, NONE", "OPEN, OPERATION, DOUBT", "OPEN, OPERATION, -", "OPEN, -, -", "OPEN, ANSWER, NONE",
        "OPEN, CONFIRMATION, NONE", "ASIDE, ANSWER, -"
    })
    void a_run_that_waits_for_nothing_with_a_name_is_stuck(String status, String waiting, String hold) {
        made.run(status, waiting, hold);
        assertThat(made.breaches("runsStuck")).hasSize(1);
    }

    @Test
    void a_lease_that_nobody_gives_up_and_a_run_that_nobody_looks_at_are_stuck() {
        made.run(new RunRow(UUID.randomUUID(), made.conversation, "p", "OPEN", "ANSWER", null, true, false, false));
        assertThat(made.breaches("runsStuck")).hasSize(1);
        made.run(new RunRow(UUID.randomUUID(), UUID.randomUUID(), "p", "OPEN", "ANSWER", null, false, true, false));
        assertThat(made.breaches("runsStuck")).hasSize(2);
        made.run(new RunRow(UUID.randomUUID(), made.conversation, "p", "FINISHED", null, null, false, false, true));
        assertThat(made.breaches("runsStuck")).hasSize(3);
    }

    @Test
    void a_conversation_is_in_one_procedure_and_one_set_aside_waits_for_it() {
        made.run("OPEN", "ANSWER", null);
        made.run("ASIDE", "ANSWER", null);
        assertThat(made.breaches("runsStuck")).isEmpty();
        made.run("OPEN", "ANSWER", null);
        assertThat(made.breaches("runsStuck")).singleElement().asString().contains("2 procedures at once");
    }

    @Test
    void a_message_that_was_taken_and_is_not_there_is_lost() {
        made.taken.add(new Witness.Taken(made.conversation, "m-1", 2));
        assertThat(made.breaches("messagesLost")).hasSize(1);
        made.answered("m-1", 2);
        assertThat(made.breaches("messagesLost")).isEmpty();
        made.message("CUSTOMER", 4, "m-1");
        assertThat(made.breaches("messagesLost")).isNotEmpty();
    }

    @Test
    void a_gap_in_a_conversation_is_a_lost_message() {
        made.message("SYSTEM", 3, null);
        assertThat(made.breaches("messagesLost")).singleElement().asString().contains("has no message 2");
    }

    @Test
    void a_message_without_a_reply_is_lost_unless_a_person_has_it() {
        made.unanswered("m-1", 2);
        assertThat(made.breaches("answeredTwice")).singleElement().asString().contains("never answered");
        made.owner = "QUEUE";
        assertThat(made.breaches("answeredTwice")).isEmpty();
    }

    @Test
    void two_replies_two_turns_and_a_turn_without_an_end_are_found() {
        made.turn(2, "DONE", 2, 1);
        made.turn(3, "RUNNING", 0, 0);
        assertThat(made.breaches("answeredTwice")).hasSize(2);
        made.turn(2, "DONE", 1, 1);
        made.taken.add(new Witness.Taken(made.conversation, "m-1", 2));
        assertThat(made.breaches("answeredTwice")).anyMatch(breach -> breach.contains("has 2 turns"));
    }

    @ParameterizedTest
    @CsvSource({"DONE, false", "REFUSED, true", "NOT_DONE, true", "DECLINED, true", "PROPOSED, true", "CALLING, false", "IN_DOUBT, true"})
    void platform_and_bank_must_say_the_same(String state, boolean isInLedger) {
        made.intent("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", state, true, null);
        if (isInLedger) {
            made.effect("c-1", "cards.block/v1", "{\"card\": \"crd-1\"}", null);
        }
        assertThat(made.breaches("booksDisagree")).hasSize(1);
    }
}
