package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Alternative;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.RiskSignal.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntentSignalsTest {

    private static final Language ENGLISH = new Language("en", 1);
    private static final String MESSAGE = "Odd thing on my account";

    @Test
    void a_likely_intent_raises_what_no_phrase_found_with_the_message_as_its_words() {
        assertThat(added(List.of(), Set.of(), guess("unrecognised_payment", 0.6)))
                .containsExactly(new RiskSignal(Kind.DISPUTE, "odd thing on my account"));
    }

    @Test
    void intents_of_one_kind_count_together() {
        IntentGuess guess = guess("report_fraud", 0.3, new Alternative("lost_stolen_card", 0.25));
        assertThat(added(List.of(), Set.of(), guess)).extracting(RiskSignal::kind).containsExactly(Kind.FRAUD);
    }

    @Test
    void an_unlikely_one_raises_nothing() {
        assertThat(added(List.of(), Set.of(), guess("unrecognised_payment", 0.3))).isEmpty();
        assertThat(added(List.of(), Set.of(), guess("balance", 0.9))).isEmpty();
    }

    @Test
    void what_the_message_denies_is_not_raised() {
        assertThat(added(List.of(), Set.of(Kind.DISPUTE), guess("unrecognised_payment", 0.9))).isEmpty();
    }

    @Test
    void phrases_keep_their_words_and_need_more_to_be_added_to() {
        RiskSignal found = new RiskSignal(Kind.FRAUD, "stole my card");
        assertThat(added(List.of(found), Set.of(), guess("report_fraud", 0.9))).containsExactly(found);
        assertThat(added(List.of(found), Set.of(), guess("unrecognised_payment", 0.6))).containsExactly(found);
        assertThat(added(List.of(found), Set.of(), guess("unrecognised_payment", 0.8)))
                .extracting(RiskSignal::kind)
                .containsExactly(Kind.FRAUD, Kind.DISPUTE);
    }

    @Test
    void in_other_languages_it_must_be_all_but_certain() {
        Language hindi = new Language("hi", 1);
        assertThat(IntentSignals.added(List.of(), Set.of(), guess("complaint", 0.8), hindi, MESSAGE)).isEmpty();
    }

    private static List<RiskSignal> added(List<RiskSignal> found, Set<Kind> denied, IntentGuess guess) {
        return IntentSignals.added(found, denied, guess, ENGLISH, MESSAGE);
    }

    private static IntentGuess guess(String name, double confidence, Alternative... others) {
        return new IntentGuess(name, confidence, Tier.C, List.of(others));
    }
}
