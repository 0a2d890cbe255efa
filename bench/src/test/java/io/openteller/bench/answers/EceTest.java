package io.openteller.bench.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EceTest {

    @Test
    void what_is_right_as_often_as_it_says_has_no_error() {
        assertThat(Ece.of(List.of(one(0.5, true), one(0.5, false)))).isZero();
    }

    @Test
    void certainty_about_what_is_wrong_is_all_error() {
        assertThat(Ece.of(List.of(one(1, false)))).isCloseTo(1, within(1e-9));
    }

    @Test
    void bins_do_not_make_up_for_each_other() {
        assertThat(Ece.of(List.of(one(0.9, false), one(0.1, true)))).isCloseTo(0.9, within(1e-9));
    }

    private static Answered one(double confidence, boolean right) {
        Asking asking = new Asking("?", "", List.of(), true, List.of("d"), List.of(), "", false);
        return new Answered(asking, "ANSWERED", "", right, confidence, List.of());
    }
}
