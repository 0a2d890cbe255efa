package io.openteller.platform.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.operations.OperationSpec.Assurance;
import io.openteller.platform.banking.BankOperations.Session;
import io.openteller.platform.banking.PaperBank.Fault;
import io.openteller.platform.banking.internal.reference.Forgetting;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of conversations that are long over, on a real database. */
class ForgettingIT {

    private static ApplicationContext platform;
    private static PaperBank paper;

    private Tenant bank;
    private Operated over;
    private Operated open;

    @BeforeAll
    static void start() {
        platform = Operated.platform(Map.of("openteller.banking.references-kept", "30d"));
        paper = platform.getBean(PaperBank.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @BeforeEach
    void a_bank_with_two_conversations_of_long_ago() {
        paper.fault = Fault.NONE;
        bank = Operated.newBank(platform, "INR");
        over = talking();
        open = talking();
        over.reference("cards.list/v1", "/cards/0/card");
        open.reference("cards.list/v1", "/cards/0/card");
        aged();
        closed(over, 31);
    }

    @Test
    void references_of_a_conversation_that_is_long_over_are_forgotten_and_no_others() {
        round();
        assertThat(referring()).containsExactly(open.session().conversation().toString());
    }

    @Test
    void a_conversation_that_was_closed_lately_keeps_them() {
        closed(over, 29);
        round();
        assertThat(referring()).hasSize(2);
    }

    @Test
    void what_was_referred_to_lately_is_kept_whatever_became_of_the_conversation() {
        over.change("UPDATE bank_reference SET issued_at = clock_timestamp()");
        round();
        assertThat(referring()).hasSize(2);
    }

    @Test
    void while_the_end_of_a_call_is_not_known_its_references_stay_and_the_call_itself_always_does() {
        paper.fault = Fault.BOOKS_CLOSED;
        over.perform("call-1", "access.send_reset_link/v1", "{}");
        round();
        assertThat(referring()).hasSize(2);
        over.change("UPDATE bank_intent SET state = 'DONE', output = '{}', as_of = clock_timestamp()");
        again();
        round();
        assertThat(referring()).hasSize(1);
        assertThat(over.stored("SELECT call_id FROM bank_intent")).containsExactly("call-1");
    }

    @Test
    void many_are_looked_through_piece_by_piece() {
        IntStream.range(0, 60).forEach(one -> {
            Operated more = talking();
            more.reference("cards.list/v1", "/cards/0/card");
            closed(more, 40);
        });
        aged();
        again();
        assertThat(piece()).as("there is more").isTrue();
        assertThat(referring()).hasSizeGreaterThan(1).hasSizeLessThan(62);
        assertThat(piece()).isFalse();
        assertThat(referring()).containsExactly(open.session().conversation().toString());
        assertThat(piece()).as("the next round is later").isFalse();
    }

    @Test
    void nobody_looks_while_somebody_else_does() {
        over.change("INSERT INTO bank_reference_sweep (tenant_id, lease_until)"
                + " SELECT tenant_id, clock_timestamp() + interval '1 minute' FROM bank_reference LIMIT 1");
        round();
        assertThat(referring()).hasSize(2);
        over.change("UPDATE bank_reference_sweep SET lease_until = clock_timestamp() - interval '1 second'");
        round();
        assertThat(referring()).as("whoever had it is gone").hasSize(1);
    }

    @Test
    void replicas_at_once_forget_the_same_and_no_more() {
        CompletableFuture<?>[] replicas = IntStream.range(0, 6)
                .mapToObj(one -> CompletableFuture.runAsync(this::round))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(replicas).join();
        assertThat(referring()).containsExactly(open.session().conversation().toString());
    }

    private Operated talking() {
        UUID conversation = CurrentTenant.call(bank, () -> platform.getBean(Conversations.class)
                .open(new Opening("WIDGET", "C-1", "Asha", "en", "Hello, I am an AI.")));
        return new Operated(
                platform, bank, new Session(conversation, "C-1", Assurance.STEPPED_UP, "en", "test_intent"));
    }

    private void aged() {
        over.change("UPDATE bank_reference SET issued_at = clock_timestamp() - interval '40 days'");
    }

    private void closed(Operated conversation, int daysAgo) {
        conversation.change("UPDATE conversation SET owner = 'CLOSED', updated_at = clock_timestamp() - interval '" + daysAgo
                + " days' WHERE id = '" + conversation.session().conversation() + "'");
    }

    private void again() {
        over.change("UPDATE bank_reference_sweep SET next_at = clock_timestamp()");
    }

    private boolean piece() {
        return CurrentTenant.call(bank, () -> platform.getBean(Forgetting.class).next());
    }

    private void round() {
        boolean more = true;
        while (more) {
            more = piece();
        }
    }

    private List<String> referring() {
        return over.stored("SELECT DISTINCT conversation_id::text FROM bank_reference ORDER BY 1");
    }
}
