package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.Language;
import io.openteller.platform.understanding.MessageTier;
import io.openteller.platform.understanding.Mood;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTierTest {

    private static final IntentGuess BALANCE = guess("balance", Tier.A, 0.9, 0.02);

    @Test
    void the_intent_says_it_when_nothing_speaks_against() {
        assertThat(MessageTier.of(reading(BALANCE, MoodReading.CALM))).isEqualTo(Tier.A);
        assertThat(MessageTier.of(reading(guess("refund_status", Tier.B, 0.6, 0.1), MoodReading.CALM)))
                .isEqualTo(Tier.B);
    }

    @Test
    void a_signal_makes_it_a_persons() {
        assertThat(MessageTier.of(
                        reading(BALANCE, MoodReading.CALM, new RiskSignal(RiskSignal.Kind.FRAUD, "stole my card"))))
                .isEqualTo(Tier.C);
    }

    @Test
    void so_does_an_upset_customer() {
        assertThat(MessageTier.of(reading(BALANCE, new MoodReading(Mood.UPSET, 0.8, List.of()))))
                .isEqualTo(Tier.C);
    }

    @Test
    void intents_of_tier_c_count_together_even_when_another_is_the_likeliest() {
        assertThat(MessageTier.of(reading(guess("fees", Tier.A, 0.4, 0.45), MoodReading.CALM)))
                .isEqualTo(Tier.C);
    }

    @Test
    void so_does_a_second_request_that_is_for_a_person() {
        Reading reading = new Reading(
                new Language("en", 1),
                BALANCE,
                List.of(guess("unrecognised_payment", Tier.C, 0.8, 0.9)),
                MoodReading.CALM,
                List.of());
        assertThat(MessageTier.of(reading)).isEqualTo(Tier.C);
    }

    @Test
    void a_tier_c_intent_that_is_too_unlikely_asks_for_care_only() {
        assertThat(MessageTier.of(reading(guess("complaint", Tier.C, 0.15, 0.18), MoodReading.CALM)))
                .isEqualTo(Tier.B);
    }

    private static Reading reading(IntentGuess intent, MoodReading mood, RiskSignal... signals) {
        return new Reading(new Language("en", 1), intent, List.of(), mood, List.of(signals));
    }

    private static IntentGuess guess(String name, Tier tier, double confidence, double personShare) {
        return new IntentGuess(name, confidence, tier, List.of(), personShare);
    }
}
