package io.openteller.platform.llm.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-21");

    private static Price price(String model, long input, String from) {
        return new Price("p", model, input, 2 * input, LocalDate.parse(from));
    }

    private static long input(List<Price> prices, String model) {
        return new Setup(Map.of(), Settings.USUAL, prices)
                .price(Candidate.only("p", model, 1_000), TODAY)
                .map(Price::inputPerMillionMinor)
                .orElse(-1L);
    }

    @Test
    void the_newest_price_that_has_begun_holds() {
        List<Price> prices =
                List.of(price("m", 10, "2026-01-01"), price("m", 20, "2026-11-01"), price("m", 30, "2026-12-01"));
        assertThat(input(prices, "m")).isEqualTo(20);
        assertThat(input(prices, "n")).isEqualTo(-1);
    }

    @Test
    void a_name_in_full_counts_for_more_than_one_with_a_star_and_a_longer_star_for_more_than_a_shorter() {
        List<Price> prices =
                List.of(price("*", 1, "2026-11-20"), price("big-*", 2, "2026-11-20"), price("big-one", 3, "2026-01-01"));
        assertThat(input(prices, "big-one")).isEqualTo(3);
        assertThat(input(prices, "big-two")).isEqualTo(2);
        assertThat(input(prices, "small")).isEqualTo(1);
    }

    @Test
    void a_price_of_a_million_is_a_price_of_one_in_millionths() {
        assertThat(price("m", 15, "2026-01-01").micros(20, 7)).isEqualTo(20 * 15 + 7 * 30);
    }

    @Test
    void a_pinned_bank_allows_what_it_lists_and_nothing_that_does_not_say_where_it_is() {
        Settings pinned = new Settings("uk", List.of("uk", "eu"), Limits.NONE, 80, 10, 30);
        assertThat(pinned.allows("eu")).isTrue();
        assertThat(pinned.allows("us")).isFalse();
        assertThat(pinned.allows(null)).isFalse();
        assertThat(new Settings("uk", List.of(), Limits.NONE, 80, 10, 30).allows("eu")).isFalse();
        assertThat(Settings.USUAL.allows(null)).isTrue();
    }
}
