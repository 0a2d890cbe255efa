package io.openteller.platform.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentTraining.Example;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntentTrainingTest {

    private static final IntentTraining TRAINING = IntentTraining.with(SentenceVectors.local());

    private static final List<Example> EXAMPLES = List.of(
            new Example("garden_loan", "can I borrow money for a greenhouse"),
            new Example("garden_loan", "I need a loan to redo my garden"),
            new Example("garden_loan", "credit for plants and paving please"),
            new Example("garden_loan", "what does the garden loan cost"),
            new Example("boat_mooring", "I want to pay for my berth in the harbour"),
            new Example("boat_mooring", "mooring fee for my boat"),
            new Example("boat_mooring", "where do I settle the marina bill"),
            new Example("boat_mooring", "how much is a place for my boat per month"),
            new Example("coin_counting", "where can I have my coins counted"),
            new Example("coin_counting", "do you take a jar full of coins"),
            new Example("coin_counting", "is there a machine for loose change"),
            new Example("coin_counting", "pay in a bag of coins"));

    private static final TrainedIntents MODEL = TRAINING.train(EXAMPLES, line -> {});

    @Test
    void messages_in_other_words_find_their_intent() {
        assertThat(intent("borrowing to pay for flower beds and a lawn")).isEqualTo("garden_loan");
        assertThat(intent("my yacht needs somewhere to stay at the marina")).isEqualTo("boat_mooring");
        assertThat(intent("I have lots of pennies at home")).isEqualTo("coin_counting");
    }

    @Test
    void probabilities_are_ranked_and_sum_to_one() {
        List<TrainedIntents.Ranked> ranked = MODEL.weigh("a boat loan").ranked();
        assertThat(ranked).extracting(TrainedIntents.Ranked::probability).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(ranked.stream().mapToDouble(TrainedIntents.Ranked::probability).sum())
                .isBetween(0.999, 1.001);
    }

    @Test
    void what_nobody_taught_has_less_scope_than_what_somebody_did() {
        double taught = MODEL.weigh("pay the harbour fee for my boat").scope();
        assertThat(MODEL.weigh("who discovered the planet Neptune").scope()).isLessThan(taught - 0.2);
    }

    @Test
    void examples_of_no_intent_lower_the_scope_of_what_is_like_them() {
        List<Example> more = new ArrayList<>(EXAMPLES);
        more.add(new Example(IntentTraining.NO_INTENT, "how do I grow tomatoes in a greenhouse"));
        more.add(new Example(IntentTraining.NO_INTENT, "when should tomatoes be planted out"));
        String message = "my tomatoes in the greenhouse do not grow";
        assertThat(TRAINING.train(more, line -> {}).weigh(message).scope())
                .isLessThan(MODEL.weigh(message).scope());
    }

    @Test
    void a_model_from_storage_answers_as_before() {
        TrainedIntents restored = TRAINING.restore(MODEL.bytes());
        for (Example example : EXAMPLES) {
            assertThat(restored.predict(example.text())).isEqualTo(MODEL.predict(example.text()));
        }
        assertThat(restored.provenance()).isEqualTo(MODEL.provenance());
        assertThat(restored.usualScope()).isEqualTo(MODEL.usualScope());
    }

    @Test
    void its_origin_is_told_and_changes_with_the_examples() {
        TrainedIntents.Provenance provenance = MODEL.provenance();
        assertThat(provenance.examples()).isEqualTo(12);
        assertThat(provenance.intents()).isEqualTo(3);
        assertThat(TRAINING.train(EXAMPLES.subList(0, 11), line -> {}).provenance().dataHash())
                .isNotEqualTo(provenance.dataHash());
    }

    @Test
    void every_example_is_guessed_without_itself() {
        assertThat(MODEL.heldOut())
                .extracting(TrainedIntents.HeldOut::text)
                .containsExactlyElementsOf(EXAMPLES.stream().map(Example::text).toList());
    }

    @Test
    void one_intent_alone_is_refused() {
        assertThatThrownBy(() -> TRAINING.train(EXAMPLES.subList(0, 4), line -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two intents");
    }

    @Test
    void bytes_of_something_else_are_refused() {
        assertThatThrownBy(() -> TRAINING.restore(new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String intent(String message) {
        return MODEL.predict(message).best().intent();
    }
}
