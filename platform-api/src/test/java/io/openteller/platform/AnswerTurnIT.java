package io.openteller.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.openteller.platform.conversation.AppendOutcome.Appended;
import io.openteller.platform.conversation.Conversations;
import io.openteller.platform.conversation.Opening;
import io.openteller.platform.conversation.TurnQueue;
import io.openteller.platform.procedure.StarterProcedures;
import io.openteller.platform.tenancy.CurrentTenant;
import io.openteller.platform.turn.Turns;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the bank's knowledge makes of a whole turn. The loop is off: each test takes the steps itself. */
class AnswerTurnIT {

    private static final ApplicationContext PLATFORM =
            ApplicationContext.run(TestPlatform.settings(Map.of("openteller.turn.loop", "false")));

    private final Conversations conversations = PLATFORM.getBean(Conversations.class);
    private final Turns turns = PLATFORM.getBean(Turns.class);

    @AfterAll
    static void stop() {
        PLATFORM.close();
    }

    @Test
    void documents_that_disagree_bring_a_person_who_sees_both() throws Exception {
        TestBank bank = TestBank.open(PLATFORM, "GBP");
        bank.publish(PLATFORM, "cards", "# Replacing a card\n\n## Fees\n\nThe fee for replacing a debit card is £6.\n");
        bank.publish(PLATFORM, "prices", "# Card prices\n\n## Replacement\n\nThe fee for replacing a debit card is £9.\n");
        Turn turn = said(bank, "What is the fee for replacing a debit card?");
        assertThat(turn.decision()).contains("\"ESCALATE\"", "\"documents-disagree\"");
        assertThat(turn.reply()).doesNotContain("£");
        assertThat(bank.stored("SELECT packet::text FROM escalation")).contains("£6", "£9", "Card prices");
    }

    @Test
    void two_readings_are_asked_back_with_both_of_them() throws Exception {
        TestBank bank = TestBank.open(PLATFORM, "GBP");
        bank.publish(PLATFORM, "car", "# Car loans\n\n## Fees\n\nThe processing fee for a car loan is £150.\n");
        bank.publish(PLATFORM, "home", "# Home loans\n\n## Fees\n\nThe processing fee for a home loan is £400.\n");
        Turn turn = said(bank, "What is the processing fee for a loan?");
        assertThat(turn.decision()).contains("\"CLARIFY\"", "\"two-readings\"");
        assertThat(turn.reply()).contains("Car loans", "Home loans").doesNotContain("£");
    }

    private static final String TRANSFERS = "# Failed transfers\n\n## Money back\n\n"
            + "The money of a failed transfer comes back to the account within 5 working days.\n";

    @Test
    void who_asks_for_a_rule_gets_the_rule_and_is_told_that_there_is_a_procedure() throws Exception {
        TestBank bank = withProcedures();
        bank.publish(PLATFORM, "transfers", TRANSFERS);
        Turn turn = said(bank, "Within how many working days does the money of a failed transfer come back to the account?");
        assertThat(turn.reply()).contains("5 working days", "a matter of your own");
        assertThat(turn.decision()).contains("\"CONTAIN\"", "asks for RULE");
    }

    @Test
    void who_asks_for_a_rule_that_nobody_wrote_down_is_told_so_and_asked_for_no_proof() throws Exception {
        TestBank bank = withProcedures();
        bank.publish(PLATFORM, "branches", "# Branches\n\n## Opening hours\n\nBranches open at 9 am.\n");
        Turn turn = said(bank, "Within how many working days does the money of a failed transfer come back to the account?");
        assertThat(turn.reply()).contains("a matter of your own").doesNotContain("sign in");
        assertThat(turn.decision()).contains("\"REFUSE\"", "asks for RULE");
    }

    @Test
    void whose_own_transfer_failed_is_led_through_the_procedure() throws Exception {
        TestBank bank = withProcedures();
        bank.publish(PLATFORM, "transfers", TRANSFERS);
        Turn turn = said(bank, "My transfer of 900 to Ravi failed yesterday and the money is gone from my account");
        assertThat(turn.decision()).contains("procedure failed-transfer version 1", "asks for OWN");
        assertThat(turn.reply()).doesNotContain("5 working days");
    }

    private static TestBank withProcedures() throws Exception {
        TestBank bank = TestBank.open(PLATFORM, "INR");
        CurrentTenant.run(bank.tenant(), () -> PLATFORM.getBean(StarterProcedures.class).publish());
        return bank;
    }

    private record Turn(String reply, String decision) {}

    private Turn said(TestBank bank, String text) throws Exception {
        return CurrentTenant.call(bank.tenant(), () -> {
            UUID chat = conversations.open(new Opening("WIDGET", null, null, "en", "Hello, I am an AI."));
            Appended appended = (Appended) turns.accept(chat, "m1", text);
            assertThat(turns.answerNext()).isTrue();
            return new Turn(
                    conversations.messages(chat, 1, 10).getLast().text(),
                    PLATFORM.getBean(TurnQueue.class).decision(appended.turn()).orElseThrow());
        });
    }
}
