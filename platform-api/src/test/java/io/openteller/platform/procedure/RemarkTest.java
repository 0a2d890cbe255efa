package io.openteller.platform.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.procedures.machine.Event.Understood;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkTest {

    private static final IntentGuess COMPLAINT = new IntentGuess("complaint", 0.58, IntentGuess.Tier.C, List.of());

    @Test
    void a_short_answer_that_resembles_a_matter_for_people_goes_on_being_an_answer() {
        assertThat(Remark.of("the second one", read(COMPLAINT)))
                .isEqualTo(new Understood("hi-Latn", "complaint", 0.58, false, false));
    }

    @Test
    void whoever_asks_for_a_person_wants_one() {
        RiskSignal person = new RiskSignal(RiskSignal.Kind.HUMAN_REQUEST, "real person");
        assertThat(Remark.of("a real person please", read(COMPLAINT, person)).wantsPerson()).isTrue();
        RiskSignal dispute = new RiskSignal(RiskSignal.Kind.DISPUTE, "not me");
        assertThat(Remark.of("that was not me", read(COMPLAINT, dispute)).wantsPerson()).isFalse();
    }

    @Test
    void a_question_is_told_by_its_last_character() {
        assertThat(Remark.of("which of them? ", read(COMPLAINT)).question()).isTrue();
        assertThat(Remark.of("the blue one, ok? yes", read(COMPLAINT)).question()).isFalse();
    }

    private static Reading read(IntentGuess intent, RiskSignal... signals) {
        return new Reading(new Language("hi-Latn", 1), intent, List.of(), MoodReading.CALM, List.of(signals));
    }
}
