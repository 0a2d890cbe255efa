package io.openteller.plugins.sandbox;

import static io.openteller.plugins.sandbox.Customer.first;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In both data sets there is somebody for every branch of the procedures that come with the platform. */
class SituationsTest extends SandboxStoreTest {

    private List<Customer> all(String bank) {
        return Dataset.named(bank).customers().stream().map(one -> customer(bank, one.ref())).toList();
    }

    private static List<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void whatever_can_be_read_without_arguments_can_be_read_for_everybody(String bank) {
        for (Customer customer : all(bank)) {
            for (String read : List.of(
                    "accounts.list", "cards.list", "disputes.status", "payments.status", "payments.upcoming", "refunds.status",
                    "transactions.search", "transactions.match", "transactions.pending", "fraud.warnings", "fraud.device_check",
                    "loans.list", "investments.portfolio", "profile.contact", "profile.preferences", "profile.kyc_status",
                    "access.status", "access.last_sign_in", "questions.ask")) {
                customer.done(read);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void access_is_open_locked_for_each_reason_and_closed(String bank) {
        Set<String> seen = new TreeSet<>();
        for (Customer customer : all(bank)) {
            JsonNode access = customer.done("access.status");
            seen.add(access.path("status").asText() + " " + access.path("reason").asText() + " "
                    + access.path("autoResolvable").asText());
        }
        assertThat(seen).containsExactlyInAnyOrder(
                "OPEN NONE false", "LOCKED WRONG_PASSWORD true", "LOCKED INACTIVE true", "LOCKED FRAUD_HOLD false",
                "LOCKED KYC_OVERDUE false", "LOCKED LEGAL false", "CLOSED DECEASED false");
    }

    private List<JsonNode> entries(String bank, Predicate<JsonNode> score, Predicate<JsonNode> device) {
        List<JsonNode> found = new ArrayList<>();
        for (Customer customer : all(bank)) {
            for (JsonNode entry : each(customer.done("transactions.match").path("transactions"))) {
                String ref = entry.path("transaction").asText();
                if (score.test(customer.done("fraud.score", "transaction", ref))
                        && device.test(customer.done("fraud.device_check", "transaction", ref))) {
                    found.add(entry);
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void a_dispute_finds_the_usual_the_suspicious_and_the_unknown_device(String bank) {
        Predicate<JsonNode> suspicious = score -> score.path("suspicious").booleanValue();
        Predicate<JsonNode> known = device -> device.path("knownDevice").booleanValue();
        assertThat(entries(bank, suspicious, device -> true)).anyMatch(entry -> entry.has("card"));
        assertThat(entries(bank, suspicious.negate(), known.negate())).isNotEmpty();
        assertThat(entries(bank, suspicious.negate(), known)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"meridian, UPI NEFT IMPS", "harbour, FASTER_PAYMENTS SEPA"})
    void payments_stand_in_every_state_on_the_rails_of_the_bank(String bank, String rails) {
        List<JsonNode> payments = new ArrayList<>();
        all(bank).forEach(customer -> payments.addAll(each(customer.done("payments.status").path("payments"))));
        assertThat(payments).extracting(one -> one.path("rail").asText()).containsOnly(rails.split(" "));
        assertThat(payments)
                .extracting(one -> one.path("status").asText())
                .contains("PENDING", "COMPLETED", "FAILED", "RETURNED");
        assertThat(payments).anyMatch(one -> one.path("cancellable").booleanValue());
        assertThat(payments).anyMatch(one ->
                one.path("status").asText().equals("PENDING") && !one.path("cancellable").booleanValue());
    }

    @ParameterizedTest
    @CsvSource({
        "meridian, MB-1001", "harbour, HB-2001"
    })
    void the_first_customer_has_a_refund_on_its_way_a_hold_and_a_failed_payment(String bank, String ref) {
        Customer customer = customer(bank, ref);
        assertThat(each(customer.done("refunds.status").path("refunds")))
                .anyMatch(refund -> refund.path("status").asText().equals("SENT") && refund.has("expectedBy"));
        String account = first(customer.done("accounts.list").path("accounts")).path("account").asText();
        assertThat(customer.available(account)).isLessThan(customer.booked(account));
        assertThat(each(customer.done("transactions.pending").path("transactions"))).isNotEmpty();
        assertThat(each(customer.done("payments.status").path("payments")))
                .anyMatch(one -> one.path("status").asText().equals("FAILED") && one.has("returnBy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void every_loan_has_a_schedule_and_a_quote_and_one_is_overdue(String bank) {
        long overdue = 0;
        for (Customer customer : all(bank)) {
            for (JsonNode loan : each(customer.done("loans.list").path("loans"))) {
                String ref = loan.path("loan").asText();
                JsonNode schedule = customer.done("loans.schedule", "loan", ref, "count", 6).path("instalments");
                assertThat(first(schedule).path("amount")).isEqualTo(loan.path("instalment"));
                assertThat(first(schedule).path("dueOn")).isEqualTo(loan.path("nextDue"));
                JsonNode quote = customer.done("loans.foreclosure_quote", "loan", ref);
                assertThat(quote.path("total").path("minor").asLong())
                        .isEqualTo(minor(quote, "principal") + minor(quote, "interest") + minor(quote, "charge"))
                        .isGreaterThan(minor(loan, "outstanding"));
                overdue += minor(customer.done("loans.outstanding", "loan", ref), "overdue");
            }
        }
        assertThat(overdue).isPositive();
    }

    private static long minor(JsonNode object, String field) {
        return object.path(field).path("minor").asLong();
    }

    @ParameterizedTest
    @CsvSource({"meridian, ACTIVE FAILED PAUSED NONE", "harbour, ACTIVE PAUSED NONE"})
    void plans_stand_in_every_state_and_funds_have_a_value(String bank, String states) {
        Set<String> seen = new TreeSet<>();
        for (Customer customer : all(bank)) {
            JsonNode portfolio = customer.done("investments.portfolio");
            long sum = 0;
            for (JsonNode one : each(portfolio.path("investments"))) {
                sum += minor(one, "value");
                String ref = one.path("investment").asText();
                String state = customer.done("investments.sip_status", "investment", ref).path("status").asText();
                seen.add(state);
                if (!state.equals("NONE")) {
                    assertThat(minor(customer.done("investments.nav", "investment", ref), "price")).isPositive();
                }
            }
            assertThat(minor(portfolio, "value")).isEqualTo(sum);
        }
        assertThat(seen).containsExactlyInAnyOrder(states.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meridian", "harbour"})
    void papers_disputes_warnings_and_blocked_cards_differ(String bank) {
        Set<String> papers = new TreeSet<>();
        Set<String> disputes = new TreeSet<>();
        Set<String> cards = new TreeSet<>();
        int warnings = 0;
        for (Customer customer : all(bank)) {
            papers.add(customer.done("profile.kyc_status").path("status").asText());
            each(customer.done("disputes.status").path("disputes")).forEach(one -> disputes.add(one.path("status").asText()));
            each(customer.done("cards.list").path("cards")).forEach(one -> cards.add(one.path("status").asText()));
            warnings += customer.done("fraud.warnings").path("warnings").size();
        }
        assertThat(papers).containsExactlyInAnyOrder("COMPLETE", "DUE", "OVERDUE");
        assertThat(disputes).contains("WAITING_FOR_EVIDENCE", "DECLINED");
        assertThat(cards).containsExactlyInAnyOrder("ACTIVE", "BLOCKED");
        assertThat(warnings).isGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource({"meridian, MB-1014, Minimum balance charge", "harbour, HB-2013, Overdraft charge"})
    void somebody_has_a_fee_that_can_be_refunded(String bank, String ref, String fee) {
        Customer customer = customer(bank, ref);
        String entry = first(customer.done("transactions.search", "merchant", fee).path("transactions"))
                .path("transaction")
                .asText();
        customer.done("refunds.propose", "transaction", entry, "reason", "FEE_IN_ERROR");
    }

    @ParameterizedTest
    @CsvSource({"meridian, MB-1003, UPI payment pending", "harbour, HB-2005, To R Boyd"})
    void somebody_has_a_failed_payment_that_is_booked(String bank, String ref, String merchant) {
        Customer customer = customer(bank, ref);
        String entry = first(customer.done("transactions.search", "merchant", merchant).path("transactions"))
                .path("transaction")
                .asText();
        customer.done("refunds.propose", "transaction", entry, "reason", "FAILED_PAYMENT");
    }

    @Test
    void a_store_of_the_version_before_gets_what_it_lacks_and_keeps_what_it_has() {
        String accounts = nora().done("accounts.list").toString();
        Store store = store();
        store.inTransaction(connection -> {
            for (String table : List.of("person", "hold", "payment", "due", "refund", "warning", "loan", "investment", "card_limit")) {
                Store.update(connection, "DROP TABLE " + table);
            }
            Store.update(connection, "ALTER TABLE entry DROP COLUMN score");
            return Store.update(connection, "ALTER TABLE card DROP COLUMN block_reason");
        });
        Store.closeAll();
        assertThat(nora().done("accounts.list")).hasToString(accounts);
        assertThat(nora().done("fraud.warnings").path("warnings").size()).isEqualTo(1);
        assertThat(nora().done("cards.limits", "card", "card-tb1-1").path("limits").size()).isEqualTo(4);
        assertThat(nora().done("payments.status", "payment", "pay-tb1-1").path("payments").size()).isEqualTo(1);
    }

    private Store store() {
        try {
            return Store.of(SandboxSettings.SPEC.read(nora().call("call")), Customer.BANK);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
