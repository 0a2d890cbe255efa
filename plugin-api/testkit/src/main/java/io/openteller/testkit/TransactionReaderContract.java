package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.banking.TransactionReader;
import io.openteller.spi.banking.TransactionReader.Query;
import io.openteller.spi.banking.TransactionReader.Transaction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

public abstract class TransactionReaderContract extends BankUnderTest {

    protected abstract TransactionReader transactions();

    private List<Transaction> ask(Query query) {
        return done(transactions().transactions(call(), customer(), query));
    }

    private Transaction some() {
        return ask(new Query(null, null, null, 5)).getLast();
    }

    @Test
    void the_newest_come_first_and_no_more_than_asked_for() {
        List<Transaction> five = ask(new Query(null, null, null, 5));
        assertThat(five).hasSize(5);
        assertThat(five)
                .isSortedAccordingTo(Comparator.comparing(Transaction::postedAt).reversed());
        assertThat(ask(new Query(null, null, null, 2))).isEqualTo(five.subList(0, 2));
    }

    @Test
    void references_are_unique() {
        assertThat(ask(new Query(null, null, null, 100))).extracting(Transaction::ref).doesNotHaveDuplicates();
    }

    @Test
    void an_amount_is_found_without_its_sign() {
        long amount = Math.abs(some().amount().minor());
        assertThat(ask(new Query(amount, null, null, 100)))
                .contains(some())
                .allMatch(one -> Math.abs(one.amount().minor()) == amount);
    }

    @Test
    void a_merchant_is_found_by_a_part_of_the_name_in_any_case() {
        String part = some().merchant().substring(1).toUpperCase(Locale.ROOT);
        assertThat(ask(new Query(null, part, null, 200)))
                .contains(some())
                .allMatch(one -> one.merchant().toUpperCase(Locale.ROOT).contains(part));
    }

    @Test
    void a_window_begins_where_it_was_said() {
        assertThat(ask(new Query(null, null, some().postedAt(), 100)))
                .contains(some())
                .allMatch(one -> !one.postedAt().isBefore(some().postedAt()));
    }

    @Test
    void what_fits_nothing_is_an_empty_list_and_not_an_error() {
        assertThat(ask(new Query(null, "no merchant has this name 7#", null, 5))).isEmpty();
    }

    @Test
    void marks_that_mean_something_to_a_database_mean_nothing_here() {
        assertThat(ask(new Query(null, "%", null, 5))).isEmpty();
        assertThat(ask(new Query(null, "' OR 1=1 --", null, 5))).isEmpty();
    }

    @Test
    void nobody_is_not_found() {
        assertThat(transactions().transactions(call(), nobody(), new Query(null, null, null, 5)))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void they_are_the_same_after_a_restart() {
        List<Transaction> before = ask(new Query(null, null, null, 20));
        restart();
        assertThat(ask(new Query(null, null, null, 20))).isEqualTo(before);
    }
}
