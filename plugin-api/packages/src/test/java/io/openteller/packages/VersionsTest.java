package io.openteller.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @Test
    void versions_come_in_the_order_of_semver_org() {
        List<String> ordered = List.of(
                "0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
                "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0");
        List<String> sorted = ordered.reversed().stream()
                .sorted((one, other) -> Semver.of(one).compareTo(Semver.of(other)))
                .toList();
        assertThat(sorted).isEqualTo(ordered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.0-", "01.0.0", "1.0.x", "1.0.0-a..b", "9999999999.0.0"})
    void what_is_no_version_is_none(String text) {
        assertThat(Semver.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'>=1.0.0 <2.0.0', 1.0.0, true",
        "'>=1.0.0 <2.0.0', 1.9.9, true",
        "'>=1.0.0 <2.0.0', 2.0.0, false",
        "'>=1.0.0 <2.0.0', 0.9.0, false",
        "'=1.2.3', 1.2.3, true",
        "'=1.2.3', 1.2.4, false",
        "'>1.0.0 <=1.1.0', 1.0.0, false",
        "'>1.0.0 <=1.1.0', 1.1.0, true"
    })
    void all_conditions_of_a_range_must_hold(String range, String version, boolean holds) {
        assertThat(SpiRange.read(range)).hasValueSatisfying(read -> assertThat(read.holds(version)).isEqualTo(holds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "1.0.0", ">= 1.0.0", ">=1.0", "^1.0.0", ">=1.0.0 || <2.0.0", ">=1.0.0,<2.0.0"})
    void what_says_nothing_certain_is_no_range(String range) {
        assertThat(SpiRange.read(range)).isEmpty();
    }
}
