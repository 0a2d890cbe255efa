package io.openteller.platform.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.training.internal.ScopeTradeOff.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeTradeOffTest {

    private static final List<HeldOutGuess> GUESSES = List.of(
            new HeldOutGuess("my card is gone", "lost_card", "lost_card", 0.9, 0.8, 0.5),
            new HeldOutGuess("cannot find my card", "lost_card", "lost_card", 0.7, 0.7, 0.3),
            new HeldOutGuess("somebody took it", "lost_card", "block_card", 0.4, 0.4, 0.45),
            new HeldOutGuess("block it", "block_card", "block_card", 0.8, 0.6, 0.7),
            new HeldOutGuess("what is the weather", "out_of_scope", "lost_card", 0.3, 0.35, 0.2),
            new HeldOutGuess("sing me a song", "out_of_scope", "out_of_scope", 0.6, 0.9, 0.1));

    @Test
    void without_a_threshold_nothing_is_refused() {
        Point none = ScopeTradeOff.of(GUESSES, null).getFirst();
        assertThat(none).isEqualTo(new Point(0, 0.75, 1, 0, 0.5));
    }

    @Test
    void a_threshold_costs_requests_that_were_understood_and_refuses_strangers() {
        Point chosen = ScopeTradeOff.of(GUESSES, 0.65).stream()
                .filter(point -> point.threshold() == 0.65)
                .findFirst()
                .orElseThrow();
        assertThat(chosen).isEqualTo(new Point(0.65, 0.5, 0.5, 0.75, 1.0));
    }

    @Test
    void a_model_from_before_scopes_were_kept_has_nothing_to_show() {
        assertThat(ScopeTradeOff.of(List.of(new HeldOutGuess("hello there", "greeting", "greeting", 1, null, null)), 0.5))
                .isEmpty();
    }
}
