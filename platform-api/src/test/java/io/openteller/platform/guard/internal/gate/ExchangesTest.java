package io.openteller.platform.guard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line: what the source says, and what a reply says that is nearly the same, or joins sentences of it. */
class ExchangesTest {

    private final ClaimsGate gate = ClaimsGate.forClaimsOnly();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "New customers get a welcome letter by post. | Existing customers get a welcome letter by post.",
        "The harbour pass opens the quiet room at noon. | The main pass opens the quiet room at noon.",
        "Pay the bill from any ledger account you hold. | Pay the bill from any either account you hold.",
        "Tap Ledger, then Close account. | Tap Close, then Close account.",
        "Bring your Seafarer or passport to the desk. Our staff speak Breton. | Bring your Breton or passport to the desk.",
        "The trial is for customers below 25 or above 60. | The trial is for customers above 25 or above 60.",
        "Finn Pay works in both shops; Otter Pay does not. | Finn Pay works in both shops; Otter Pay does.",
        "The pass is never added for you. | The pass is not never added for you.",
        "The form is under Papers, Claims. | The form is not under Papers, Claims.",
        "A lost key costs S$30. | A lost key costs S£30.",
        "Riders must be at least 21 years old. | Riders must be at least 21 months old.",
    })
    void what_stands_in_the_place_of_another_word_is_held(String source, String reply) {
        assertThat(verdict(source, reply)).as(reply).isInstanceOf(Verdict.Downgrade.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "You may leave the plan at any time by phone. | You may leave the plan whenever you like by phone.",
        "Use the form to close the plan. | Get the form to close the plan.",
        "The ledger card is kept in the safe. | Your ledger card is kept in the safe.",
        "Our overseas line opens at 8 am. Ready cash can be sent for £60. | Our overseas line opens at 8 am, and ready cash can be sent for £60.",
        "A claim is settled within 3 working days. If it takes longer you get a letter. | A claim is settled within 3 working days, and if it takes longer you get a letter.",
        "A claim is settled within 8 weeks, or within 15 working days for a payment. | As our terms say, a claim is settled within 8 weeks, or within 15 working days for a payment.",
        "The desk works from 8 a.m. to 7 p.m. It can spread the debt over 4 payments without interest. | It can spread the debt over 4 payments without interest.",
    })
    void another_way_to_say_it_leaves(String source, String reply) {
        assertThat(verdict(source, reply)).as(reply).isInstanceOf(Verdict.Pass.class);
    }

    private Verdict verdict(String source, String reply) {
        return gate.inspectReply(Reply.of(reply), List.of(Evidence.passage("", "", source)));
    }
}
