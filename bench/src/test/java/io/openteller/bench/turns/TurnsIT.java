package io.openteller.bench.turns;

import io.openteller.bench.patrons.Aftermath;
import io.openteller.bench.patrons.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import static org.assertj.core.api.Assertions.assertThat;

/** A small one of what {@code ./openteller bench turns} does at length, with a kill in it. */
class TurnsIT {

    @Test
    void no_turn_is_lost_or_answered_twice_though_the_platform_is_killed(@TempDir Path reports) throws Exception {
        Plan plan = new Plan(
                2, 200, 1, 8, 0, 3, Duration.ofSeconds(25), Duration.ofSeconds(25), Duration.ofSeconds(12),
                Path.of("..", "demo", "banks"), reports, false, 7);
        Run.Outcome outcome = new Run(plan, System.out::println).go();
        Tally tally = outcome.tally();
        Aftermath after = outcome.aftermath();

        assertThat(after.breaches().values()).as("%s", after.breaches()).containsOnly(0L);
        assertThat(tally.surprises()).isEmpty();
        assertThat(after.lost()).isZero();
        assertThat(after.holds()).isTrue();
        assertThat(outcome.starts()).isNotEmpty();
        assertThat(tally.allTurns()).isPositive();
        assertThat(outcome.limit().perSecond()).isPositive();
        Path report = new HtmlReport(outcome, TurnsSuite.report(outcome)).write();
        assertThat(Files.readString(report)).contains("turnsPerSecond", "<polyline");
    }
}
