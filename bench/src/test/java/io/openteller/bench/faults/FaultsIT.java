package io.openteller.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.canaries.Way;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A selection of what {@code ./openteller bench faults} does; and one scenario that meets a bug. */
class FaultsIT {

    private static final Path DEMO = Path.of("..", "demo", "banks");

    @Test
    void what_must_hold_holds_though_what_is_around_breaks() {
        List<Scenario> quick = Scenarios.ALL.stream().filter(Scenario::isQuick).toList();
        List<Outcome> outcomes = Outcome.of(quick, DEMO, System.out::println);
        assertThat(outcomes).hasSameSizeAs(quick);
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.findings().breaches())
                .as(outcome.scenario().name())
                .isEmpty());
    }

    @Test
    void a_planted_bug_is_found_out() {
        List<Outcome> outcomes = Outcome.planted(List.of(new Deliveries()), DEMO, System.out::println);
        assertThat(outcomes.getFirst().findings().breaches()).anyMatch(breach -> breach.startsWith("one message stands at"));
    }

    @Test
    void another_banks_word_is_found_out_on_every_way() {
        List<Outcome> outcomes = Outcome.planted(List.of(new SideBySide()), DEMO, System.out::println);
        List<String> breaches = outcomes.getFirst().findings().breaches();
        assertThat(Way.values()).allSatisfy(way ->
                assertThat(breaches).anyMatch(breach -> breach.startsWith("another bank's word on the way " + way + ": ")));
    }
}
