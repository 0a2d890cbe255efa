package io.openteller.plugins.sandbox;

import static io.openteller.plugins.sandbox.Customer.first;
import static io.openteller.plugins.sandbox.Customer.where;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.openteller.plugins.sandbox.operations.Json;
import io.openteller.spi.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Money on accounts, held on accounts, on its way and back. */
class MoneyTest extends SandboxStoreTest {

    private static final String ACCOUNT = "acc-tb1-1";

    private static JsonNode pounds(long minor) {
        return Customer.json("{\"minor\":" + minor + ",\"currency\":\"GBP\"}");
    }

    private String transaction(Customer who, String merchant) {
        return first(who.done("transactions.search", "merchant", merchant).path("transactions")).path("transaction").asText();
    }

    @Test
    void available_is_the_balance_without_what_is_held() {
        JsonNode holds = nora().done("accounts.holds", "account", ACCOUNT);
        long sum = StreamSupport.stream(holds.path("holds").spliterator(), false)
                .mapToLong(hold -> hold.path("amount").path("minor").asLong())
                .sum();
        assertThat(sum).isPositive().isEqualTo(holds.path("total").path("minor").asLong());
        assertThat(nora().available(ACCOUNT)).isEqualTo(nora().booked(ACCOUNT) - sum);
        assertThat(first(nora().done("accounts.list").path("accounts")).path("balance").path("minor").asLong())
                .isEqualTo(nora().booked(ACCOUNT));
    }

    @Test
    void a_cancelled_payment_lets_go_of_what_it_held_once() {
        long before = nora().available(ACCOUNT);
        JsonNode payment = where(nora().done("payments.status").path("payments"), "payment", "pay-tb1-1");
        assertThat(payment.path("cancellable").booleanValue()).isTrue();
        assertThat(nora().done("payments.cancel", "payment", "pay-tb1-1").path("amount")).isEqualTo(payment.path("amount"));
        assertThat(nora().available(ACCOUNT)).isEqualTo(before + payment.path("amount").path("minor").asLong());
        nora().refused("payments.cancel", "payment", "pay-tb1-1");
        JsonNode after = first(nora().done("payments.status", "payment", "pay-tb1-1").path("payments"));
        assertThat(after.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(nora().available(ACCOUNT)).isEqualTo(before + payment.path("amount").path("minor").asLong());
    }

    @Test
    void a_payment_that_has_left_cannot_be_cancelled() {
        nora().refused("payments.cancel", "payment", "pay-tb1-2");
        nora().refused("payments.cancel", "payment", "pay-tb1-3");
    }

    @Test
    void a_refund_is_worked_out_first_and_moves_nothing_until_it_is_paid() {
        long before = nora().booked(ACCOUNT);
        JsonNode proposal = nora().done(
                "refunds.propose", "transaction", transaction(nora(), "Overdraft charge"), "reason", "FEE_IN_ERROR");
        assertThat(proposal.path("amount").path("minor").asLong()).isEqualTo(1250);
        assertThat(nora().booked(ACCOUNT)).isEqualTo(before);
        String refund = proposal.path("refund").asText();
        nora().refused("refunds.execute", "refund", refund, "amount", pounds(1251));
        nora().refused("refunds.execute", "refund", refund, "amount", pounds(0));
        nora().refused("refunds.execute", "refund", refund, "amount", Json.of("minor", 1250, "currency", "INR"));
        assertThat(nora().booked(ACCOUNT)).isEqualTo(before);
        nora().done("refunds.execute", "refund", refund, "amount", pounds(1250));
        assertThat(nora().booked(ACCOUNT)).isEqualTo(before + 1250);
        assertThat(where(nora().done("refunds.status").path("refunds"), "refund", refund).path("status").asText())
                .isEqualTo("BOOKED");
        nora().refused("refunds.execute", "refund", refund, "amount", pounds(1250));
        nora().refused("refunds.propose", "transaction", transaction(nora(), "Overdraft charge"), "reason", "GOODWILL");
        assertThat(nora().booked(ACCOUNT)).isEqualTo(before + 1250);
    }

    @Test
    void of_two_proposals_for_one_fee_one_is_paid() {
        String fee = transaction(nora(), "Overdraft charge");
        String one = nora().done("refunds.propose", "transaction", fee, "reason", "FEE_IN_ERROR").path("refund").asText();
        String other = nora().done("refunds.propose", "transaction", fee, "reason", "FEE_IN_ERROR").path("refund").asText();
        long before = nora().booked(ACCOUNT);
        nora().done("refunds.execute", "refund", one, "amount", pounds(1250));
        nora().refused("refunds.execute", "refund", other, "amount", pounds(1250));
        assertThat(nora().booked(ACCOUNT)).isEqualTo(before + 1250);
    }

    @Test
    void a_refund_can_be_taken_back_once_and_paid_again() {
        String fee = transaction(nora(), "Overdraft charge");
        String refund = nora().done("refunds.propose", "transaction", fee, "reason", "FEE_IN_ERROR").path("refund").asText();
        nora().refused("refunds.reverse", "refund", refund);
        long before = nora().booked(ACCOUNT);
        nora().done("refunds.execute", "refund", refund, "amount", pounds(1250));
        nora().done("refunds.reverse", "refund", refund);
        assertThat(nora().booked(ACCOUNT)).isEqualTo(before);
        nora().refused("refunds.reverse", "refund", refund);
        nora().done("refunds.propose", "transaction", fee, "reason", "FEE_IN_ERROR");
    }

    @Test
    void a_failed_payment_that_is_refunded_has_come_back() {
        String failed = transaction(nora(), "To B Hale");
        String refund = nora().done("refunds.propose", "transaction", failed, "reason", "FAILED_PAYMENT").path("refund").asText();
        nora().done("refunds.execute", "refund", refund, "amount", pounds(6000));
        assertThat(first(nora().done("payments.status", "payment", "pay-tb1-2").path("payments")).path("status").asText())
                .isEqualTo("RETURNED");
        nora().done("refunds.reverse", "refund", refund);
        assertThat(first(nora().done("payments.status", "payment", "pay-tb1-2").path("payments")).path("status").asText())
                .isEqualTo("FAILED");
    }

    @Test
    void only_what_the_reason_is_true_of_is_refunded() {
        Customer nora = nora();
        String charge = transaction(nora, "Overdraft charge");
        String bakery = first(nora.done("transactions.search", "merchant", "Corner Bakery", "amountMinor", 2100)
                .path("transactions")).path("transaction").asText();
        String failed = transaction(nora, "To B Hale");
        nora.refused("refunds.propose", "transaction", bakery, "reason", "FEE_IN_ERROR");
        nora.refused("refunds.propose", "transaction", charge, "reason", "DUPLICATE");
        nora.refused("refunds.propose", "transaction", bakery, "reason", "FAILED_PAYMENT");
        assertThat(nora.done("refunds.propose", "transaction", bakery, "reason", "DUPLICATE").path("amount")).isEqualTo(pounds(2100));
        assertThat(nora.done("refunds.propose", "transaction", failed, "reason", "FAILED_PAYMENT").path("amount"))
                .isEqualTo(pounds(6000));
        assertThat(nora.done("refunds.propose", "transaction", transaction(nora, "Lumen"), "reason", "GOODWILL").path("amount"))
                .isEqualTo(pounds(1000));
        nora.refused("refunds.propose", "transaction", transaction(nora, "payroll"), "reason", "GOODWILL");
    }

    @Test
    void a_proposal_runs_out() {
        String fee = transaction(nora(), "Overdraft charge");
        String refund = nora().done("refunds.propose", "transaction", fee, "reason", "FEE_IN_ERROR").path("refund").asText();
        Customer later = nora().at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31)));
        later.refused("refunds.execute", "refund", refund, "amount", pounds(1250));
    }

    @Test
    void a_statement_begins_where_the_one_before_ends_and_adds_up() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate middle = today.minusDays(40);
        JsonNode first = nora().done(
                "accounts.statement", "account", ACCOUNT, "from", today.minusDays(80), "to", middle);
        JsonNode second = nora().done("accounts.statement", "account", ACCOUNT, "from", middle.plusDays(1), "to", today);
        assertThat(second.path("opening")).isEqualTo(first.path("closing"));
        assertThat(second.path("closing").path("minor").asLong()).isEqualTo(nora().booked(ACCOUNT));
        JsonNode entries = nora().done("transactions.search", "account", ACCOUNT, "since", middle.plusDays(1), "limit", 200)
                .path("transactions");
        long sum = StreamSupport.stream(entries.spliterator(), false)
                .mapToLong(entry -> entry.path("amount").path("minor").asLong())
                .sum();
        assertThat(entries.size()).isEqualTo(second.path("entries").asInt()).isPositive();
        assertThat(second.path("closing").path("minor").asLong() - second.path("opening").path("minor").asLong()).isEqualTo(sum);
        nora().refused("accounts.statement", "account", ACCOUNT, "from", today, "to", today.minusDays(1));
        nora().refused("accounts.statement", "account", ACCOUNT, "from", today, "to", today.plusDays(1));
    }

    @Test
    void yesterdays_books_are_without_what_was_booked_today() throws Exception {
        String fee = transaction(nora(), "Overdraft charge");
        String refund = nora().done("refunds.propose", "transaction", fee, "reason", "FEE_IN_ERROR").path("refund").asText();
        long before = nora().booked(ACCOUNT);
        nora().done("refunds.execute", "refund", refund, "amount", pounds(1250));
        nora().done("cards.block", "card", "card-tb1-1", "reason", "LOST");
        nora().faults("{\"*\": \"STALE\"}");
        Outcome<String> stale = nora().ask("accounts.balance", "account", ACCOUNT);
        assertThat(Customer.done("accounts.balance", stale).path("balance").path("minor").asLong()).isEqualTo(before);
        assertThat(((Outcome.Done<String>) stale).asOf())
                .isBefore(java.time.Instant.now().minus(Duration.ofHours(23)));
        assertThat(where(nora().done("cards.list").path("cards"), "card", "card-tb1-1").path("status").asText())
                .isEqualTo("ACTIVE");
    }
}
