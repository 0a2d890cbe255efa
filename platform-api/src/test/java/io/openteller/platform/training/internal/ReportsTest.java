package io.openteller.platform.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final List<HeldOutGuess> GUESSES = List.of(
            new HeldOutGuess("my card is gone", "lost_card", "lost_card", 0.9, null, null),
            new HeldOutGuess("cannot find my card", "lost_card", "block_card", 0.5, null, null),
            new HeldOutGuess("somebody took my card", "lost_card", "block_card", 0.4, null, null),
            new HeldOutGuess("block it", "block_card", "block_card", 0.8, null, null));

    @Test
    void a_report_counts_what_was_taken_for_what_and_names_the_weakest_first() {
        Report report = Reports.of(GUESSES, List.of(), null);
        assertThat(report.accuracy()).isEqualTo(0.5);
        assertThat(report.cells().getFirst().intent()).isEqualTo("lost_card");
        assertThat(report.cells().getFirst().predicted()).isEqualTo("block_card");
        assertThat(report.cells().getFirst().count()).isEqualTo(2);
        assertThat(report.cells().getFirst().samples()).containsExactly("cannot find my card", "somebody took my card");
        assertThat(report.scores()).extracting(Report.Score::intent).containsExactly("block_card", "lost_card");
        assertThat(report.scores().getFirst().precision()).isEqualTo(1 / 3.0);
        assertThat(report.scores().getLast().recall()).isEqualTo(1 / 3.0);
    }

    @Test
    void a_comparison_tells_what_got_better_and_what_got_worse() {
        var comparison = Reports.compare(
                3, GUESSES, List.of("block_card", "lost_card", "block_card", "block_card"));
        assertThat(comparison.live()).isEqualTo(3);
        assertThat(comparison.better()).isOne();
        assertThat(comparison.worse()).isOne();
        assertThat(comparison.candidateAccuracy()).isEqualTo(comparison.liveAccuracy()).isEqualTo(0.5);
        assertThat(comparison.changes())
                .extracting(Report.Change::text)
                .containsExactly("cannot find my card", "my card is gone");
    }
}
