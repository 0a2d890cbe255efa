package io.openteller.bench.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.bench.patrons.Script.Kind;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void after_a_kill_the_first_answer_that_the_dead_process_cannot_have_sent_counts() {
        Tally tally = new Tally();
        long signal = System.nanoTime() - SECOND;
        tally.killed(signal);
        tally.answered(Kind.TALK, signal, System.nanoTime());
        assertThat(tally.afterKills()).isEmpty();
        tally.answered(Kind.TALK, signal, signal + 7 * SECOND);
        tally.answered(Kind.TALK, signal, signal + 8 * SECOND);
        assertThat(tally.afterKills()).containsExactly(7_000.0);
    }

    @Test
    void a_kill_before_anything_was_answered_makes_the_time_longer() {
        Tally tally = new Tally();
        long signal = System.nanoTime() - 2 * SECOND;
        tally.killed(signal);
        tally.killed(signal + SECOND);
        tally.answered(Kind.TALK, signal, signal + 9 * SECOND);
        assertThat(tally.afterKills()).containsExactly(9_000.0);
    }

    @Test
    void what_must_never_be_in_a_part_is_in_the_whole_and_its_times_are_not() {
        Tally whole = new Tally();
        Tally part = whole.part();
        part.measure(true);
        part.answered(Kind.TALK, 0, SECOND);
        part.twice("turn 1 was answered twice");
        part.gap("a stream went from 2 to 4");
        assertThat(part.turns()).isEqualTo(1);
        assertThat(whole.turns()).isZero();
        assertThat(whole.allTurns()).isEqualTo(1);
        assertThat(whole.answeredTwice()).isEqualTo(1);
        assertThat(whole.streamGaps()).isEqualTo(1);
        assertThat(whole.surprises()).hasSize(2);
    }
}
