package io.openteller.bench.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void each_kind_of_each_message_counts_once() {
        Tally tally = new Tally();
        tally.add(Set.of("FRAUD", "COMPLAINT"), Set.of("FRAUD"));
        tally.add(Set.of("FRAUD"), Set.of("FRAUD", "LEGAL"));
        tally.add(Set.of(), Set.of());
        assertThat(tally.recall()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(tally.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(tally.bySignal().get("COMPLAINT")).isEqualTo(Map.of("recall", 0.0, "precision", 1.0, "expected", 1));
    }

    @Test
    void nothing_expected_and_nothing_heard_is_without_fault() {
        assertThat(new Tally().recall()).isEqualTo(1);
        assertThat(new Tally().precision()).isEqualTo(1);
    }
}
