package io.openteller.platform.guard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line: what the source says, and what a reply says. */
class ClaimsGateTest {

    private final ClaimsGate gate = ClaimsGate.forClaimsOnly();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The annual fee is ₹1,499. | The annual fee is Rs. 1499.",
        "The annual fee is ₹1,499. | The annual fee is 1,499 rupees.",
        "Deposits above ₹1,00,000 are checked. | Deposits above Rs 1 lakh are checked.",
        "The ceiling for a transfer is £25,000. | The ceiling for a transfer is GBP 25000.",
        "The rate is 2.50% a year. | The rate is 2.5 per cent per year.",
        "A courier costs 50 pence. | A courier costs £0.50.",
        "Parcels arrive within 3 working days. | Parcels arrive within three business days.",
        "The code works for 24 hours. | The code works for one day.",
        "The bond runs for 12 months. | The bond runs for 1 year.",
        "The new tariff starts on 1 October 2026. | The new tariff starts on October 1, 2026.",
        "The new tariff starts on 2026-10-01. | The new tariff starts on 1st October 2026.",
        "The desk closes at 17:00. | The desk closes at 5 pm.",
        "You may borrow up to £300. | You may borrow at most £300.",
        "Savers must be 18 or over. | Savers must be at least 18.",
        "It takes 3 to 5 days. | It takes 3-5 days.",
        "The limit is £500 per day. | The daily limit is £500.",
        "शुल्क ₹1,499 है। | शुल्क ₹१,४९९ है।",
        "राशि 2 लाख रुपये तक है। | राशि ₹2,00,000 तक है।",
    })
    void an_equal_figure_passes_in_any_notation(String source, String reply) {
        assertPasses(source, reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The annual fee is ₹1,499. | The annual fee is ₹1,500. | 1,500 | AMOUNT",
        "The annual fee is ₹1,499. | The annual fee is £1,499. | 1,499 | AMOUNT",
        "Deposits above ₹1,00,000 are checked. | Deposits above 1 crore rupees are checked. | crore | AMOUNT",
        "The rate is 8.65%. | The rate is 8.56%. | 8.56 | RATE",
        "The rate is 8.65%. | The rate is ₹8.65. | 8.65 | AMOUNT",
        "Parcels arrive within 3 working days. | Parcels arrive within 3 days. | 3 days | DURATION",
        "Parcels arrive within 3 working days. | Parcels arrive within 3 weeks. | 3 weeks | DURATION",
        "The new tariff starts on 1 October 2026. | The new tariff starts on 1 November 2026. | November | DATE",
        "The new tariff starts on 1 October 2026. | The new tariff starts on 1 October 2027. | 2027 | DATE",
        "The new tariff starts on 1 October. | The new tariff starts on 1 October 2026. | 2026 | DATE",
        "The desk closes at 17:00. | The desk closes at 7 pm. | 7 pm | TIME",
        "You have five attempts. | You have six attempts. | six | COUNT",
        "Your card ending 4821 was blocked. | Your card ending 4812 was blocked. | 4812 | DIGITS",
        "Call 0800 157 0199. | Call 0800 157 0189. | 0800 157 0189 | DIGITS",
        "राशि 2 लाख रुपये तक है। | राशि 3 लाख रुपये तक है। | 3 लाख | AMOUNT",
        "Refund 5 din mein aata hai. | Refund 7 din mein aata hai. | 7 din | DURATION",
    })
    void another_figure_unit_or_date_is_marked(String source, String reply, String marked, Claim.Kind kind) {
        assertThat(unsupported(source, reply))
                .anySatisfy(claim -> {
                    assertThat(claim.kind()).isEqualTo(kind);
                    assertThat(claim.text()).contains(marked);
                    assertThat(claim.reason()).isNotBlank();
                    assertThat(reply.substring(claim.start(), claim.end())).isEqualTo(claim.text());
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "You may borrow up to £300. | You may borrow at least £300.",
        "Savers must be at least 18. | Savers must be over 18.",
        "Purchases over £50 need a PIN. | Purchases under £50 need a PIN.",
        "The minimum deposit is £100. | The maximum deposit is £100.",
        "Apply before 31 March. | Apply after 31 March.",
        "It takes 3 to 5 days. | It takes 3 days.",
        "The fee is £5. | The fee is up to £5.",
        "राशि 2 लाख रुपये तक है। | राशि 2 लाख रुपये से अधिक है।",
    })
    void another_bound_stays_here(String source, String reply) {
        assertHeld(source, reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "You can send £500 per day. | You can send £500 per month.",
        "The charge is ₹20 per transaction. | The charge is ₹20 per month.",
        "Interest is paid monthly. | Interest is paid yearly.",
    })
    void another_period_stays_here(String source, String reply) {
        assertHeld(source, reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "You cannot close the bond early. | You can't close the bond early.",
        "Incoming payments are free. | There is no fee for incoming payments.",
        "No deposit is required. | A deposit is not required.",
        "Insurance is optional. | Insurance is not required.",
        "Students are not eligible. | Students are ineligible.",
    })
    void a_denial_passes_in_other_words(String source, String reply) {
        assertPasses(source, reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "You can close the bond early. | You cannot close the bond early.",
        "You cannot close the bond early. | You can close the bond early.",
        "Incoming payments are free. | Incoming payments are not free.",
        "A deposit is required. | A deposit is not required.",
        "Students are not eligible. | Students are eligible.",
        "Refunds increase the balance. | Refunds decrease the balance.",
        "You can pay in cash. | Yes, you cannot pay in cash.",
        "You can pay in cash at a branch. | No, you can pay in cash at a branch.",
        "You can pay in cash at a branch. | You can only pay in cash at a branch.",
        "The card works with a PIN. | The card works without a PIN.",
        "आप खाता बंद कर सकते हैं। | आप खाता बंद नहीं कर सकते हैं।",
        "Aap card block kar sakte hain. | Aap card block nahi kar sakte hain.",
    })
    void a_denial_that_is_not_in_the_source_or_is_missing_stays_here(String source, String reply) {
        assertHeld(source, reply);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "The debit card costs ₹500 a year. The credit card costs ₹900 a year. | The credit card costs ₹500 a year.",
        "The Sunrise account pays 3%. The Sunset account pays 2%. | The Sunrise account pays 2%.",
        "The fee is £5 for adults and £3 for students. | The fee is £3 for adults and £5 for students.",
        "Order it in the app. | Order it at a branch.",
        "Bring your passport to the appointment. | Bring your payslip to the appointment.",
        "Transfers by NEFT settle in an hour. | Transfers by RTGS settle in an hour.",
    })
    void what_is_true_of_something_else_stays_here(String source, String reply) {
        assertHeld(source, reply);
    }

    @Test
    void a_row_of_a_table_speaks_for_itself_alone() {
        String table = """
                | Card | Yearly fee | Free withdrawals |
                |---|---|---|
                | Copper | £20 | 3 a month |
                | Cobalt | £45 | 8 a month |
                """;
        assertPasses(table, "The yearly fee of the Cobalt card is £45.");
        assertHeld(table, "The yearly fee of the Copper card is £45.");
        assertHeld(table, "The Cobalt card has 3 free withdrawals a month.");
    }

    @Test
    void an_item_of_a_list_means_what_its_lead_in_says() {
        String list = "We do not accept:\n- foreign coins\n- torn notes\n";
        assertPasses(list, "We do not accept foreign coins.");
        assertHeld(list, "We accept foreign coins.");
    }

    @Test
    void a_reply_may_join_sentences_and_be_polite() {
        String source = "The Sunrise account pays 3% a year. It has no monthly fee. Withdrawals take 2 working days.";
        assertPasses(source, "Happy to help! The Sunrise account pays 3% a year, and withdrawals take 2 working days. "
                + "Is there anything else I can do for you?");
    }

    @Test
    void what_is_said_of_one_product_holds_for_no_other_and_a_paragraph_goes_on_about_its_product() {
        String source = "The Walnut Saver pays 3% a year. The smallest deposit is £50.\n\nThe Chestnut Saver pays 4% a year. "
                + "The smallest deposit is £900.";
        assertPasses(source, "You need a smallest deposit of £50 for the Walnut Saver.");
        assertHeld(source, "You need a smallest deposit of £900 for the Walnut Saver.");
        assertHeld(source, "Walnut Saver pays 4% a year.");
    }

    @Test
    void what_is_said_of_both_products_holds_for_either() {
        String source = "The Walnut Saver pays 3% a year. The Chestnut Saver pays 4% a year. The daily limit is £700 for both accounts.";
        assertPasses(source, "The daily limit of the Walnut Saver is £700.");
        assertHeld(source, "The Walnut Saver pays 4% a year.");
    }

    @Test
    void names_that_share_words_are_still_two() {
        String source = "The Lantern Plus Card costs £20 a year. The Lantern Personal Card costs £10 a year.";
        assertPasses(source, "The Lantern Plus Card costs £20 a year.");
        assertHeld(source, "The Lantern Personal Card costs £20 a year.");
    }

    @Test
    void the_upper_end_of_a_range_is_up_to_it_and_the_lower_is_not() {
        String source = "The Walnut Loan lets you borrow from £500 to £7,000.";
        assertPasses(source, "With the Walnut Loan you can borrow up to £7,000.");
        assertHeld(source, "With the Walnut Loan you can borrow up to £500.");
    }

    @Test
    void once_is_a_number_only_where_it_counts() {
        assertPasses("You cannot cancel a transfer when it is sent.", "You cannot cancel a transfer once it is sent.");
        assertHeld("You can change the limit twice a day.", "You can change the limit once a day.");
    }

    @Test
    void a_system_s_figures_may_stand_in_any_words_but_no_others() {
        List<Evidence> result = List.of(Evidence.result("£1,204.50 4821"));
        assertThat(gate.inspectReply(Reply.of("Your balance right now: account ending 4821: £1,204.50"), result))
                .isInstanceOf(Verdict.Pass.class);
        assertThat(gate.inspectReply(Reply.of("Your balance right now is £1,240.50"), result))
                .isInstanceOf(Verdict.Downgrade.class);
    }

    @Test
    void without_evidence_no_figure_leaves() {
        assertThat(gate.inspectReply(Reply.of("It is 5 days."), List.of())).isInstanceOf(Verdict.Downgrade.class);
    }

    @Test
    void a_reply_in_another_language_than_its_source_is_held_to_its_figures() {
        assertPasses("The yearly fee is ₹1,499.", "सालाना शुल्क ₹१,४९९ है।");
        assertHeld("The yearly fee is ₹1,499.", "सालाना शुल्क ₹१,५०० है।");
    }

    @Test
    void a_claim_that_stands_says_on_what() {
        assertThat(reasons("The bank does not know that.", List.of())).containsExactly("Needs no source.");
        assertThat(reasons("You have £5 left.", List.of(Evidence.result("£5.00"))))
                .contains("As the bank's systems returned it.");
        assertThat(reasons("The fee is £5.", List.of(Evidence.passage("", "", "The fee is £5."))))
                .containsExactly("In the source.");
    }

    private List<String> reasons(String reply, List<Evidence> evidence) {
        Verdict verdict = gate.inspectReply(Reply.of(reply), evidence);
        assertThat(verdict).isInstanceOf(Verdict.Pass.class);
        return verdict.claims().stream().map(Claim::reason).toList();
    }

    @Test
    void a_yes_to_choose_answers_nothing_and_a_bare_one_does() {
        String question = "Is the old number still yours?\n\n- Yes\n- No, I do not have it any more";
        assertPasses(question, question);
        assertHeld("A locker is not free.", "Yes. A locker is not free.");
    }

    private void assertPasses(String source, String reply) {
        assertThat(unsupported(source, reply)).as(reply).isEmpty();
    }

    private void assertHeld(String source, String reply) {
        assertThat(unsupported(source, reply)).as(reply).isNotEmpty();
    }

    private List<Claim> unsupported(String source, String reply) {
        return gate.inspectReply(Reply.of(reply), List.of(Evidence.passage("", "", source))).unsupported();
    }
}
