package io.openteller.bench.intents;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.intents.Threshold.Judged;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    @Test
    void it_refuses_82_in_100_of_the_kind_that_is_hardest_to_refuse() {
        List<Judged> rows = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            rows.add(new Judged(i / 100.0, false, false, "near"));
            rows.add(new Judged(i / 1000.0, false, false, "far"));
            rows.add(new Judged(1, true, true, "in_scope"));
        }
        double threshold = Threshold.on(rows);
        assertThat(threshold).isGreaterThan(0.82).isLessThan(0.83);
    }

    @Test
    void auroc_counts_pairs_in_the_right_order_and_ties_half() {
        assertThat(Threshold.auroc(List.of(in(0.9), in(0.5), out(0.5), out(0.1)))).isEqualTo(3.5 / 4);
    }

    private static Judged in(double scope) {
        return new Judged(scope, true, true, "");
    }

    private static Judged out(double scope) {
        return new Judged(scope, false, false, "");
    }
}
