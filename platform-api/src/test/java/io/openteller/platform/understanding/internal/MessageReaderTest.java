package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.MessageTier;
import io.openteller.platform.understanding.Mood;
import io.openteller.platform.understanding.Reading;
import io.openteller.platform.understanding.RiskSignal;
import io.openteller.platform.understanding.TrainedIntents.HeldOut;
import io.openteller.platform.understanding.Understanding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** None of these messages stands in the starter intents. */
class MessageReaderTest {

    private static final StarterModel STARTER = starter();
    private static final Understanding UNDERSTANDING = new MessageReader(
            new Languages(), new IntentGuesses(STARTER, Optional::empty), new HeardMoods(), new LexiconSignals());

    private static StarterModel starter() {
        StarterModel starter = new StarterModel(SentenceVectors.local());
        starter.train();
        return starter;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "balance | en | How much do I have in my savings account right now?",
        "balance | hi | मेरे बचत खाते में कितने रुपये हैं",
        "balance | hi-Latn | mere savings account me kitna paisa hai",
        "recent_transactions | en | show me my latest transactions please",
        "recent_transactions | hi-Latn | mere pichle transactions dikhao",
        "block_card | en | please block my debit card now",
        "block_card | hi | मेरा डेबिट कार्ड ब्लॉक कर दो",
        "block_card | hi-Latn | mera atm card block kar do",
        "unrecognised_payment | en | I didn't make this ₹5,000 payment",
        "card_not_arrived | en | my new card still has not arrived",
        "change_pin | en | how can I change my card's PIN?",
        "greeting | en | hello there",
        "thanks_goodbye | en | thanks a lot, bye",
        "talk_to_person | en | I want to talk to a human being",
        "fixed_deposit | hi | एफडी पर ब्याज कितना मिलता है",
    })
    void a_common_request_is_understood_surely_enough_to_act_on(String intent, String language, String message) {
        Reading reading = UNDERSTANDING.read(message);
        assertThat(reading.language().code()).isEqualTo(language);
        assertThat(reading.intent().name()).isEqualTo(intent);
        assertThat(reading.intent().confidence()).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "which dinosaur was the largest",
        "my sofa has a stain, how do I clean it",
        "zxcv qwer",
        "write me a haiku about autumn leaves",
    })
    void what_no_bank_is_asked_is_not_acted_on(String message) {
        IntentGuess guess = UNDERSTANDING.read(message).intent();
        assertThat(guess.name().equals("out_of_scope") || guess.confidence() < 0.5)
                .as("%s", guess)
                .isTrue();
    }

    @Test
    void a_dispute_carries_its_signal_and_its_alternatives() {
        Reading reading = UNDERSTANDING.read("I didn't make this ₹5,000 payment");
        assertThat(reading.signals()).extracting(RiskSignal::kind).contains(RiskSignal.Kind.DISPUTE);
        assertThat(reading.intent().tier()).isEqualTo(IntentGuess.Tier.C);
        assertThat(reading.intent().alternatives())
                .hasSize(3)
                .allSatisfy(alternative ->
                        assertThat(alternative.confidence()).isBetween(0.0, reading.intent().confidence()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FRAUD | a dishonest caller got me to hand over my savings",
        "DISPUTE | an item on my bill was put there by somebody, I know nothing of it",
        "HARDSHIP | my wife and I have no earnings at the moment and the house payment is coming",
    })
    void risk_is_heard_in_wording_that_no_phrase_foresaw(RiskSignal.Kind kind, String message) {
        Reading reading = UNDERSTANDING.read(message);
        assertThat(reading.signals()).extracting(RiskSignal::kind).contains(kind);
        assertThat(MessageTier.of(reading)).isEqualTo(IntentGuess.Tier.C);
    }

    @Test
    void the_mood_is_heard_over_the_messages_before() {
        String asked = "where is my new card";
        assertThat(UNDERSTANDING.read(asked).mood().mood()).isEqualTo(Mood.CALM);
        assertThat(UNDERSTANDING.read(asked, List.of(asked, asked)).mood().mood()).isEqualTo(Mood.UPSET);
    }

    @Test
    void a_message_may_ask_for_more_than_one_thing() {
        Reading reading = UNDERSTANDING.read("What is my balance? And how do I change my PIN?");
        assertThat(List.of(reading.intent().name(), reading.also().getFirst().name()))
                .containsExactlyInAnyOrder("balance", "change_pin");
        assertThat(UNDERSTANDING.read("Hello. What is my balance?").also()).isEmpty();
    }

    @Test
    void a_message_that_goes_on_is_read_with_the_one_before() {
        String before = "please block my debit card now";
        assertThat(UNDERSTANDING.read("what about the other one?", List.of(before)).intent().name())
                .isEqualTo("block_card");
        assertThat(UNDERSTANDING.read("what about my father, he passed away", List.of(before)).signals())
                .extracting(RiskSignal::kind)
                .contains(RiskSignal.Kind.BEREAVEMENT);
        assertThat(UNDERSTANDING.read("what is my balance", List.of(before)).intent().name()).isEqualTo("balance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "😀", "\u0000", "123456789012"})
    void a_message_without_words_is_read_too(String message) {
        assertThat(UNDERSTANDING.read(message).intent().confidence()).isBetween(0.0, 1.0);
    }

    @Test
    void the_longest_message_is_read_for_what_it_begins_with() {
        Reading reading = UNDERSTANDING.read("my card did not arrive and ".repeat(150).substring(0, 4000));
        assertThat(reading.intent().name()).isEqualTo("card_not_arrived");
        assertThat(reading.also()).isEmpty();
    }

    @Test
    void messages_left_out_of_training_are_understood_and_confidence_means_what_it_says() {
        List<HeldOut> all = STARTER.model().heldOut();
        List<HeldOut> sure =
                all.stream().filter(guess -> guess.probability() >= 0.5).toList();
        System.out.printf(
                "each of %d starter messages by a model without it: right %.3f; sure on %.3f, right %.3f of those;"
                        + " calibration error %.3f%n",
                all.size(), accuracy(all), sure.size() / (double) all.size(), accuracy(sure), calibrationError(all));
        assertThat(accuracy(all)).isGreaterThan(0.70);
        assertThat(accuracy(sure)).isGreaterThan(0.80);
        assertThat(calibrationError(all)).isLessThan(0.06);
    }

    private static double accuracy(List<HeldOut> guesses) {
        return guesses.stream()
                .mapToInt(guess -> guess.intent().equals(guess.predicted()) ? 1 : 0)
                .average()
                .orElseThrow();
    }

    /** Mean distance, weighted by size, between what a tenth of the confidence range promises and what it delivers. */
    private static double calibrationError(List<HeldOut> guesses) {
        return guesses.stream()
                        .collect(Collectors.groupingBy(guess -> (int) Math.min(9, guess.probability() * 10)))
                        .values()
                        .stream()
                        .mapToDouble(tenth -> Math.abs(accuracy(tenth)
                                        - tenth.stream()
                                                .mapToDouble(HeldOut::probability)
                                                .average()
                                                .orElseThrow())
                                * tenth.size())
                        .sum()
                / guesses.size();
    }
}
