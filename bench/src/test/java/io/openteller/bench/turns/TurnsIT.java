package io.openteller.bench.turns;

import io.openteller.bench.Report;
import io.openteller.bench.canaries.Canary;
import io.openteller.bench.canaries.Way;
import io.openteller.bench.patrons.Aftermath;
import io.openteller.bench.patrons.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import static org.assertj.core.api.Assertions.assertThat;

/** A small one of what {@code ./openteller bench turns} does at length, with a kill in it. */
class TurnsIT {

    @Test
    void no_turn_is_lost_or_answered_twice_though_the_platform_is_killed(@TempDir Path reports) throws Exception {
        Plan plan = new Plan(
                2, 200, 1, 8, 0, 6, Duration.ofSeconds(25), Duration.ofSeconds(25), Duration.ofSeconds(12),
                Path.of("..", "demo", "banks"), reports, Plan.Jvm.USUAL, 7, Plan.Besides.NOTHING);
        Run.Outcome outcome = new Run(plan, System.out::println).go();
        Tally tally = outcome.tally();
        Aftermath after = outcome.aftermath();

        assertThat(after.breaches().values()).as("%s", after.breaches()).containsOnly(0L);
        assertThat(tally.surprises()).isEmpty();
        assertThat(after.lost()).isZero();
        assertThat(after.holds()).isTrue();
        assertThat(outcome.starts()).isNotEmpty();
        assertThat(tally.afterKills()).isNotEmpty().allMatch(millis -> millis > 250);
        assertThat(tally.allTurns()).isPositive();
        assertThat(outcome.limit().perSecond()).isPositive();
        assertThat(outcome.canaries().leaks()).isEmpty();
        assertThat(outcome.canaries().blind(EnumSet.complementOf(EnumSet.of(Way.PROMPT)))).isEmpty();
        Path report = new HtmlReport(outcome, TurnsSuite.report(outcome)).write();
        assertThat(Files.readString(report)).contains("turnsPerSecond", "firstAnswerAfterKillMillis", "<polyline", "own words");
    }

    @Test
    void a_slow_model_a_share_of_the_most_and_a_noisy_neighbour_have_figures_of_their_own(@TempDir Path reports) throws Exception {
        Plan plan = new Plan(
                2, 20, 1, 12, 0, 2, Duration.ofSeconds(14), Duration.ofSeconds(8), null,
                Path.of("..", "demo", "banks"), reports, Plan.Jvm.USUAL, 7, new Plan.Besides(300, 10, 0.8, true, Integer.MAX_VALUE));
        Run.Outcome outcome = new Run(plan, System.out::println).go();

        assertThat(outcome.tally().surprises()).isEmpty();
        assertThat(outcome.aftermath().holds()).isTrue();
        assertThat(outcome.canaries().leaks()).isEmpty();
        assertThat(outcome.canaries().blind(EnumSet.allOf(Way.class))).isEmpty();
        Map<String, Object> figures = outcome.besides();
        // Each time is a few seconds on a machine that may have other things to do: what comes out is only more than nothing.
        for (String rate : List.of("turnsPerSecondAtOnce", "turnsPerSecondWithModel", "turnsPerSecondAtShare", "neighboursTurnsPerSecond")) {
            assertThat(number(figures, rate)).as(rate).isPositive();
        }
        assertThat(number(figures, "modelCalls")).isPositive();
        assertThat(number(figures, "noisyTurns")).isPositive();
        assertThat(figures.get("neighboursLimited")).isEqualTo(0L);
        assertThat(figures).containsKeys("modelRatio", "neighbourRatio", "answerP99AtShareMillis", "inFlightWithModel");
        Path report = new HtmlReport(outcome, TurnsSuite.report(outcome)).write();
        assertThat(Files.readString(report)).contains("modelRatio", "neighbourRatio", "answerP99AtShareMillis");
    }

    /** Banks whose documents and keys are another's, on a platform that says aloud what customers write. */
    @Test
    void another_banks_word_is_found_on_every_way_and_ends_the_command() {
        Plan plan = new Plan(
                2, 20, 1, 12, 0, 2, Duration.ofSeconds(14), Duration.ofSeconds(8), null,
                Path.of("..", "demo", "banks"), Path.of("target"), Plan.Jvm.USUAL, 7, new Plan.Besides(0, 0, 0, false, Integer.MAX_VALUE));
        Run.Outcome outcome = new Run(plan, System.out::println, new Run.Planted(
                        "io.openteller.bench.faults.TestedPlatform",
                        List.of("-Dopenteller.bench.planted=banks-side-by-side"),
                        slug -> Canary.of("not-" + slug)))
                .go();

        assertThat(Way.values()).allSatisfy(way -> assertThat(outcome.canaries().foreign(way)).as("%s", way).isPositive());
        Report report = TurnsSuite.report(outcome);
        assertThat(report.isFailed()).isTrue();
        assertThat(report.metrics().get("foreignCanaries")).isEqualTo(outcome.canaries().foreign());
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_same_load_over_more_banks_has_a_cost_for_each_number(@TempDir Path reports) {
        Plan plan = new Plan(
                1, 20, 1, 8, 4, 2, Duration.ofSeconds(15), Duration.ofSeconds(10), null,
                Path.of("..", "demo", "banks"), reports, Plan.Jvm.USUAL, 7, new Plan.Besides(null, 0, 0, false, 5));
        Report report = new BankCounts(plan, List.of(1, 3), System.out::println).go();

        assertThat(report.isFailed()).isFalse();
        assertThat(number(report.metrics(), "flatness")).isGreaterThanOrEqualTo(1);
        assertThat((Map<String, Object>) report.metrics().get("platformMicrosPerTurn")).containsOnlyKeys("1", "3");
    }

    private static double number(Map<String, Object> figures, String name) {
        return ((Number) Objects.requireNonNull(figures.get(name), name)).doubleValue();
    }
}
