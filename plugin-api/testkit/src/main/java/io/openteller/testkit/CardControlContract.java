package io.openteller.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.spi.Outcome;
import io.openteller.spi.banking.CardControl;
import io.openteller.spi.banking.CardControl.Blocking;
import io.openteller.spi.banking.CardControl.Card;
import org.junit.jupiter.api.Test;

public abstract class CardControlContract extends BankUnderTest {

    protected abstract CardControl cards();

    private Card active() {
        return done(cards().cards(call(), customer())).stream()
                .filter(card -> card.status().equals("ACTIVE"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the customer under test needs a card that is not blocked"));
    }

    private String status(String cardRef) {
        return done(cards().cards(call(), customer())).stream()
                .filter(card -> card.ref().equals(cardRef))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void a_blocked_card_is_blocked() {
        String card = active().ref();
        Blocking blocking = done(cards().block(call(), customer(), card));
        assertThat(blocking.cardRef()).isEqualTo(card);
        assertThat(blocking.alreadyBlocked()).isFalse();
        assertThat(status(card)).isEqualTo("BLOCKED");
    }

    @Test
    void the_same_call_twice_has_one_effect_and_one_result() {
        String card = active().ref();
        Blocking first = done(cards().block(call("block-1"), customer(), card));
        assertThat(done(cards().block(call("block-1"), customer(), card))).isEqualTo(first);
    }

    @Test
    void another_call_says_that_it_was_so_already_and_since_when() {
        String card = active().ref();
        Blocking first = done(cards().block(call(), customer(), card));
        Blocking second = done(cards().block(call(), customer(), card));
        assertThat(second.alreadyBlocked()).isTrue();
        assertThat(second.at()).isEqualTo(first.at());
    }

    @Test
    void it_stays_blocked_after_a_restart_and_the_call_is_remembered() {
        String card = active().ref();
        Blocking first = done(cards().block(call("block-1"), customer(), card));
        restart();
        assertThat(status(card)).isEqualTo("BLOCKED");
        assertThat(done(cards().block(call("block-1"), customer(), card))).isEqualTo(first);
    }

    @Test
    void somebody_elses_card_is_not_found_and_not_touched() {
        String card = active().ref();
        assertThat(cards().block(call(), otherCustomer(), card)).isInstanceOf(Outcome.NotFound.class);
        assertThat(status(card)).isEqualTo("ACTIVE");
    }

    @Test
    void nobody_and_no_card_are_not_found() {
        assertThat(cards().cards(call(), nobody())).isInstanceOf(Outcome.NotFound.class);
        assertThat(cards().block(call(), customer(), "no-such-card")).isInstanceOf(Outcome.NotFound.class);
    }
}
