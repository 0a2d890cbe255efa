package io.openteller.procedures.machine;

import static io.openteller.procedures.machine.Procedures.blockCard;
import static io.openteller.procedures.machine.Procedures.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.procedures.machine.RunState.Status;
import org.junit.jupiter.api.Test;

class MachineTest {

    private final BankInMind bank = new BankInMind();

    @Test
    void a_procedure_is_gone_through_from_start_to_end() {
        Transcript chat = Transcript.begin(Procedures.of(blockCard()).machine(), bank, start("block-card", "en"));

        assertThat(chat.told()).containsExactly("Which card?", "Visa debit card ending 4821 | RuPay credit card ending 1177");
        chat.says("the debit one");
        assertThat(chat.told()).singleElement().asString().startsWith("[cards.block/v1 {\"card\":\"c1\",\"reason\":\"LOST\"}]");
        chat.presses(true);

        assertThat(chat.told()).containsExactly("Blocked at 21 November 2026, 3:30 pm.");
        assertThat(chat.state().status()).isEqualTo(Status.FINISHED);
        assertThat(chat.path()).containsExactly("who", "list", "which", "sure", "block", "done");
        assertThat(bank.performed).containsExactly("cards.list/v1 {}", "cards.block/v1 {\"card\":\"c1\",\"reason\":\"LOST\"}");
    }

    @Test
    void the_state_survives_being_written_and_read() {
        Transcript chat = Transcript.begin(Procedures.of(blockCard()).machine(), bank, start("block-card", "en"));
        chat.says("1177");

        String written = RunStates.write(chat.state());

        assertThat(RunStates.write(RunStates.read(written))).isEqualTo(written);
        assertThat(RunStates.read(written)).isEqualTo(chat.state());
    }
}
