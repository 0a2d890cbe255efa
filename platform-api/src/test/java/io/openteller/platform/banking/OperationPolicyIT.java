package io.openteller.platform.banking;

import static io.openteller.platform.banking.Operated.denied;
import static io.openteller.platform.banking.Operated.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.Ruling.Row;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import io.openteller.platform.tenancy.TenantDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a call needs before it reaches a bank, on a real database. */
class OperationPolicyIT {

    private static ApplicationContext platform;
    private static PaperBank paper;

    private Tenant bank;
    private Operated asha;

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
        paper.fault = PaperBank.Fault.NONE;
        paper.missing = Set.of();
        paper.refund = 50_000;
        bank = Operated.newBank(platform, "INR");
        asha = Operated.at(platform, bank, "C-1");
    }

    @Test
    void results_carry_references_and_none_of_the_banks_ids() {
        ObjectNode cards = asha.done("cards.list/v1", "{}");
        assertThat(cards.toString()).doesNotContain("@C-1");
        assertThat(cards.at("/cards/0/card").asText()).startsWith("r-");
        assertThat(asha.done("cards.list/v1", "{}")).as("the same object keeps its reference").isEqualTo(cards);
        assertThat(asha.elsewhere().done("cards.list/v1", "{}").at("/cards/0/card"))
                .as("another conversation has its own")
                .isNotEqualTo(cards.at("/cards/0/card"));
    }

    @Test
    void only_a_reference_of_the_right_kind_of_this_customer_in_this_conversation_is_taken() {
        String card = asha.reference("cards.list/v1", "/cards/0/card");
        String account = asha.reference("accounts.list/v1", "/accounts/0/account");
        Operated ben = new Operated(
                platform, bank, new Session(asha.session().conversation(), "C-2", Assurance.STEPPED_UP, "en", "x"));
        Operated sameRefElsewhere = Operated.at(platform, Operated.newBank(platform, "INR"), "C-1");
        assertThat(output(asha.perform("cards.limits/v1", Arguments.with("card", card)))).isNotEmpty();
        assertThat(denied(asha.perform("cards.limits/v1", Arguments.with("card", account)))).isEqualTo("reference");
        assertThat(denied(asha.perform("cards.limits/v1", Arguments.with("card", "card-1@C-1")))).isEqualTo("reference");
        assertThat(denied(asha.perform("cards.limits/v1", Arguments.with("card", "r-madeup")))).isEqualTo("reference");
        assertThat(denied(asha.elsewhere().perform("cards.limits/v1", Arguments.with("card", card)))).isEqualTo("reference");
        assertThat(denied(ben.perform("cards.limits/v1", Arguments.with("card", card)))).isEqualTo("reference");
        assertThat(denied(sameRefElsewhere.perform("cards.limits/v1", Arguments.with("card", card)))).isEqualTo("reference");
    }

    @Test
    void what_is_not_expressly_allowed_is_denied_by_name_and_recorded_without_personal_data() {
        paper.missing = Set.of("credit.score/v1");
        Operated fresh = Operated.at(platform, Operated.newBank(platform, "INR"), "C-77");
        Operated visitor = new Operated(
                platform, fresh.bank(), new Session(UUID.randomUUID(), null, Assurance.ANONYMOUS, "en", "x"));
        assertThat(denied(fresh.perform("cards.destroy/v1", "{}"))).isEqualTo("unknown-operation");
        assertThat(denied(fresh.perform("not an operation", "{}"))).isEqualTo("unknown-operation");
        assertThat(denied(fresh.perform("refunds.reverse/v1", Arguments.with("refund", "x")))).isEqualTo("core-only");
        assertThat(denied(fresh.perform("codes.verify/v1", "{\"challenge\": \"x\", \"code\": \"1\"}"))).isEqualTo("core-only");
        assertThat(denied(visitor.perform("cards.list/v1", "{}"))).isEqualTo("anonymous");
        assertThat(denied(fresh.perform("credit.score/v1", "{}"))).isEqualTo("not-supplied");
        assertThat(denied(fresh.perform("cards.list/v1", "{\"customer\": \"C-2\"}"))).isEqualTo("arguments");
        assertThat(denied(fresh.perform("x y", "cards.list/v1", "{}"))).isEqualTo("call-id");
        List<String> kept = fresh.stored("SELECT d::text FROM bank_decision d");
        assertThat(kept).hasSize(8).noneMatch(row -> row.contains("C-77") || row.contains("C-2"));
        assertThat(fresh.stored("SELECT outcome || ' ' || rule FROM bank_decision ORDER BY at, id"))
                .contains("DENIED core-only", "DENIED anonymous", "DENIED arguments");
        assertThat(paper.ledger(fresh.bank().slug().value())).isEmpty();
    }

    @Test
    void whoever_is_not_sure_enough_is_asked_to_prove_it_first() {
        String transaction = asha.known().reference("transactions.match/v1", "/transactions/0/transaction");
        assertThat(asha.known().perform("accounts.list/v1", "{}")).isEqualTo(new Ruling.StepUp(Assurance.STEPPED_UP));
        assertThat(asha.sure(Assurance.ANONYMOUS).perform("access.status/v1", "{}"))
                .isEqualTo(new Ruling.StepUp(Assurance.IDENTIFIED));
        assertThat(asha.known().perform("disputes.open/v1", "{\"transaction\": \"" + transaction + "\", \"reason\": \"DUPLICATE\"}"))
                .isInstanceOf(Ruling.Confirm.class);
        assertThat(asha.stored("SELECT DISTINCT outcome FROM bank_decision"))
                .containsExactlyInAnyOrder("ALLOWED", "STEPUP", "CONFIRM");
    }

    @Test
    void the_card_says_what_will_be_done_in_the_customers_language() {
        Ruling english = asha.perform("refunds.execute/v1", Arguments.refund(asha));
        assertThat(((Ruling.Confirm) english).card().title()).isEqualTo("Pay this refund");
        assertThat(((Ruling.Confirm) english).card().rows())
                .startsWith(new Row("Refund", "Refund of Late fee"), new Row("Amount", "₹500"));
        Operated hindi = asha.speaking("hi-IN");
        Ruling card = hindi.perform("cards.block/v1", Arguments.block(asha.reference("cards.list/v1", "/cards/0/card"), "LOST"));
        assertThat(((Ruling.Confirm) card).card().title()).isEqualTo("यह कार्ड ब्लॉक करें");
        assertThat(((Ruling.Confirm) card).card().rows().getFirst().label()).isEqualTo("कार्ड");
        assertThat(((Ruling.Confirm) card).card().rows().getFirst().value()).contains("अंत में");
        assertThat(((Ruling.Confirm) card).card().rows()).contains(new Row("कारण", "खो गया"));
    }

    @Test
    void nothing_is_done_without_the_customers_yes_to_exactly_these_arguments() {
        String card = asha.reference("cards.list/v1", "/cards/0/card");
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"))).isInstanceOf(Ruling.Confirm.class);
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"))).isInstanceOf(Ruling.Confirm.class);
        assertThat(effects()).isEmpty();
        assertThat(asha.elsewhere().confirm("call-1", true)).as("another conversation").isFalse();
        assertThat(asha.confirm("call-1", true)).isTrue();
        assertThat(asha.confirm("call-1", true)).as("it was answered").isFalse();
        assertThat(denied(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "STOLEN")))).isEqualTo("other-arguments");
        assertThat(denied(asha.perform("call-1", "cards.unblock/v1", Arguments.with("card", card)))).isEqualTo("other-arguments");
        assertThat(effects()).isEmpty();
        ObjectNode done = output(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")));
        assertThat(output(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST")))).isEqualTo(done);
        assertThat(effects()).containsExactly("cards.block/v1 C-1");
    }

    @Test
    void a_no_ends_it() {
        String card = asha.reference("cards.list/v1", "/cards/0/card");
        assertThat(asha.perform("call-1", "cards.unblock/v1", Arguments.with("card", card))).isInstanceOf(Ruling.Confirm.class);
        assertThat(asha.confirm("call-1", false)).isTrue();
        assertThat(denied(asha.perform("call-1", "cards.unblock/v1", Arguments.with("card", card)))).isEqualTo("customer-declined");
        assertThat(asha.confirm("call-1", true)).isFalse();
        assertThat(effects()).isEmpty();
    }

    @Test
    void a_card_whose_time_is_over_is_not_open_any_more_and_is_shown_again() {
        String card = asha.reference("cards.list/v1", "/cards/0/card");
        asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"));
        asha.change("UPDATE bank_intent SET card_expires_at = clock_timestamp() - interval '1 second'");
        assertThat(asha.confirm("call-1", true)).isFalse();
        assertThat(asha.perform("call-1", "cards.block/v1", Arguments.block(card, "LOST"))).isInstanceOf(Ruling.Confirm.class);
        assertThat(asha.confirm("call-1", true)).isTrue();
    }

    @Test
    void amounts_are_those_that_the_bank_named_in_its_own_currency() {
        String refund = Operated.object(Arguments.refund(asha)).path("refund").asText();
        assertThat(denied(asha.perform("refunds.execute/v1", Arguments.pay(refund, "5000000", "INR")))).isEqualTo("bound");
        assertThat(denied(asha.perform("refunds.execute/v1", Arguments.pay(refund, "50000", "GBP")))).isEqualTo("bound");
        assertThat(denied(asha.perform("refunds.execute/v1", Arguments.pay(refund, "-50000", "INR")))).isIn("amount", "arguments");
        String card = asha.reference("cards.list/v1", "/cards/0/card");
        assertThat(denied(asha.perform("cards.set_limit/v1", Arguments.limit(card, "-5", "INR")))).isIn("amount", "arguments");
        assertThat(denied(asha.perform("cards.set_limit/v1", Arguments.limit(card, "5", "GBP")))).isEqualTo("currency");
        assertThat(denied(asha.perform("cards.set_limit/v1", Arguments.limit(card, "50000001", "INR")))).isEqualTo("limit-per-call");
        assertThat(denied(asha.perform("cards.set_limit/v1", Arguments.limit(card, "99999999999999999999999", "INR")))).isIn("amount", "arguments");
        assertThat(denied(asha.perform("cards.set_limit/v1", Arguments.limit(card, "1e3", "INR")))).isIn("amount", "arguments");
        assertThat(asha.perform("cards.set_limit/v1", Arguments.limit(card, "50000000", "INR"))).isInstanceOf(Ruling.Confirm.class);
    }

    @Test
    void as_many_calls_at_once_as_one_likes_do_not_pass_a_limit() throws Exception {
        List<Callable<Ruling>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(() -> asha.elsewhere().perform("access.send_reset_link/v1", "{}"));
        }
        int done = 0;
        int denied = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Ruling> one : threads.invokeAll(calls)) {
                if (one.get() instanceof Ruling.Done) {
                    done++;
                } else {
                    assertThat(denied(one.get())).isEqualTo("limit-count");
                    denied++;
                }
            }
        }
        assertThat(done).isEqualTo(3);
        assertThat(denied).isEqualTo(13);
        assertThat(effects()).hasSize(3);
    }

    @Test
    void limits_are_each_customers_and_each_banks_own() {
        for (int i = 0; i < 3; i++) {
            output(asha.perform("access.send_reset_link/v1", "{}"));
        }
        assertThat(denied(asha.perform("access.send_reset_link/v1", "{}"))).isEqualTo("limit-count");
        output(Operated.at(platform, bank, "C-2").perform("access.send_reset_link/v1", "{}"));
        output(Operated.at(platform, Operated.newBank(platform, "INR"), "C-1").perform("access.send_reset_link/v1", "{}"));
        asha.change("UPDATE bank_intent SET counted_at = clock_timestamp() - interval '25 hours'");
        output(asha.perform("access.send_reset_link/v1", "{}"));
    }

    @Test
    void what_the_bank_certainly_did_not_do_does_not_count() {
        paper.fault = PaperBank.Fault.DOWN;
        for (int i = 0; i < 5; i++) {
            assertThat(asha.perform("access.send_reset_link/v1", "{}")).isInstanceOf(Ruling.Unavailable.class);
        }
        paper.fault = PaperBank.Fault.NONE;
        output(asha.perform("access.send_reset_link/v1", "{}"));
        assertThat(effects()).hasSize(1);
    }

    @Test
    void a_bank_is_not_called_inside_a_transaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CurrentTenant.call(bank, () -> platform.getBean(TenantDatabase.class)
                        .inTransaction(sql -> asha.perform("cards.list/v1", "{}"))))
                .withMessageContaining("transaction");
    }

    private List<String> effects() {
        return paper.ledger(bank.slug().value()).stream()
                .map(one -> one.operation() + " " + one.customer())
                .toList();
    }
}
