package io.openteller.platform.guard.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.guard.Claim;
import io.openteller.platform.guard.Evidence;
import io.openteller.platform.guard.Reply;
import io.openteller.platform.guard.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindingTest {

    private static final String ACCOUNTS = """
            The Heron Account costs £4 a month. Its card can be used for up to £200 a day.

            The Heron Gold Account costs £11 a month. Its card can be used for up to £650 a day. Card payments abroad are free for students.
            """;
    private static final String TABLE = """
            | Payment | Fee to send | Fee to receive |
            |---|---|---|
            | Express | £18 | £3 |
            | Euro | £7 | free |
            """;
    private static final String RATES = """
            ## Open Saver
            Interest is 2.4% and is paid every month. You can take money out as often as you like.

            ## Locked Saver
            Interest is 3.9% and is paid every year. You can take money out twice a year.
            """;

    private final ClaimsGate gate = ClaimsGate.forClaimsOnly();

    @Test
    void a_figure_of_one_product_is_not_another_s_even_when_one_name_is_part_of_the_other() {
        held(ACCOUNTS, "The Heron Account costs £11 a month.");
        held(ACCOUNTS, "With the Heron Account the card can be used for up to £650 a day.");
        leaves(ACCOUNTS, "You pay £11 each month for the Heron Gold Account.");
    }

    @Test
    void a_cell_holds_for_its_row_and_its_column() {
        held(TABLE, "Receiving an Express payment costs £18.");
        held(TABLE, "It is free to send a Euro payment.");
        leaves(TABLE, "When an Express payment comes in, you pay £3.");
    }

    @Test
    void what_stands_below_a_heading_holds_for_that_heading() {
        held(RATES, "The Locked Saver pays 2.4%.");
        held(RATES, "With the Locked Saver you can take money out as often as you like.");
        leaves(RATES, "You can make as many withdrawals as you wish from the Open Saver.");
    }

    @Test
    void free_for_some_is_not_free() {
        held(ACCOUNTS, "Card payments abroad are free.");
        leaves(ACCOUNTS, "If you are a student, card payments abroad are free.");
    }

    @Test
    void of_two_clauses_each_has_its_own_figure() {
        String cover = "Trips are covered for up to 20 days within Europe and up to 40 days worldwide.";
        held(cover, "Trips within Europe are covered for up to 40 days.");
        leaves(cover, "Worldwide, a trip is covered for as long as 40 days.");
    }

    @Test
    void a_sentence_without_a_name_speaks_of_what_the_one_before_it_names() {
        String text = """
                | Card | Replacement | Yearly fee |
                |---|---|---|
                | Birch Debit | £5 | free |
                | Alder Credit | £9 | £30 |
                """;
        held(text, "So your Birch Debit card is gone. A replacement is £9.");
    }

    @Test
    void another_direction_or_place_is_another_case() {
        String cash = "Money that you pay in before 15:00 counts on the same day. In our branches a deposit of coins costs 2%.";
        held(cash, "Money that you take out before 15:00 counts on the same day.");
        String phone = """
                Payments with the phone have no limit of their own in shops. In lifts and car parks they are limited to £70.
                """;
        held(phone, "In shops, payments with the phone are limited to £70.");
        leaves(phone, "In car parks you can pay up to £70 with the phone.");
    }

    @Test
    void what_the_source_denies_is_not_said() {
        String mandate = "A mandate lets somebody use your account. The person cannot borrow or close the account.";
        held(mandate, "A person with a mandate can close the account.");
        leaves(mandate, "Somebody with a mandate cannot close the account.");
    }

    @Test
    void all_are_not_meant_where_the_source_limits() {
        String first = "The first transfer of each month is free; after that each costs £4.";
        held(first, "Every transfer of the month is free.");
        leaves(first, "Your first transfer in a month costs nothing.");
    }

    @Test
    void the_reason_shows_what_the_source_says_instead() {
        Verdict verdict = gate.inspectReply(Reply.of("The Heron Account costs £11 a month."), List.of(Evidence.passage("", "", ACCOUNTS)));
        assertThat(verdict.unsupported()).extracting(Claim::text).contains("£11");
        assertThat(verdict.unsupported()).extracting(Claim::reason).anyMatch(reason -> reason.contains("The Heron Gold Account costs £11"));
    }

    private void held(String source, String reply) {
        assertThat(inspected(source, reply)).as(reply).isInstanceOf(Verdict.Downgrade.class);
    }

    private void leaves(String source, String reply) {
        assertThat(inspected(source, reply)).as(reply).isInstanceOf(Verdict.Pass.class);
    }

    private Verdict inspected(String source, String reply) {
        return gate.inspectReply(Reply.of(reply), List.of(Evidence.passage("", "", source)));
    }
}
