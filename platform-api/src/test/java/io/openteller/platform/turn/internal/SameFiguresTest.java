package io.openteller.platform.turn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameFiguresTest {

    @Test
    void words_may_differ_in_every_language_and_order() {
        assertThat(SameFigures.in("A card costs £6 and comes in 5 days.", "In 5 Tagen kommt die Karte für £6.")).isTrue();
        assertThat(SameFigures.in("It costs ₹500 or 2%.", "इसकी कीमत ₹५०० या २% है।")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "£6 in 5 days|£6 in 50 Tagen",
        "£6 in 5 days|£6",
        "£6 in 5 days|€6 in 5 Tagen",
        "6 GBP|6 USD",
        "2.5% a year|25% im Jahr",
        "No fee|Die Gebühr ist 3",
    })
    void another_figure_one_too_many_and_one_too_few_are_seen(String original, String made) {
        assertThat(SameFigures.in(original, made)).isFalse();
    }
}
