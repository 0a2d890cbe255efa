package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhraseTest {

    @Test
    void case_apostrophes_and_punctuation_do_not_matter() {
        assertThat(found("can't pay", "I CAN’T—pay!")).isTrue();
    }

    @Test
    void only_whole_words_count() {
        assertThat(found("agent", "the agents' lounge")).isFalse();
        assertThat(found("sue you", "issue your card")).isFalse();
    }

    @Test
    void a_gap_lets_up_to_four_words_stand_between_but_not_five() {
        assertThat(found("lost ... card", "lost card")).isTrue();
        assertThat(found("lost ... card", "lost my very old blue card")).isTrue();
        assertThat(found("lost ... card", "lost my very old dark blue card")).isFalse();
    }

    @Test
    void a_small_gap_lets_up_to_two() {
        assertThat(found("lost .. card", "lost my old card")).isTrue();
        assertThat(found("lost .. card", "lost my very old card")).isFalse();
    }

    @Test
    void no_sentence_may_end_between_the_words() {
        assertThat(found("lost ... card", "I lost. The card works")).isFalse();
        assertThat(found("my card", "It is my. Card")).isFalse();
    }

    @Test
    void either_word_will_do_and_a_stem_stands_for_all_its_endings() {
        assertThat(found("my card|wallet", "where is my wallet")).isTrue();
        assertThat(found("my card|wallet", "where is my hat")).isFalse();
        assertThat(found("my fraud*", "my fraudster")).isTrue();
    }

    @Test
    void a_word_with_a_question_mark_may_be_left_out() {
        assertThat(found("lost my? card", "lost card")).isTrue();
        assertThat(found("lost my? card", "lost my card")).isTrue();
        assertThat(found("lost my? card", "lost her card")).isFalse();
    }

    @Test
    void after_an_equals_sign_the_message_must_be_just_that() {
        assertThat(found("= agent", "Agent!")).isTrue();
        assertThat(found("= agent", "the agent fee")).isFalse();
        assertThat(found("= agent", "agent fee")).isFalse();
    }

    @Test
    void a_class_stands_for_its_words() {
        assertThat(matches(Phrase.of("my @card", false, Map.of("card", List.of("card", "wallet"))), "my wallet"))
                .isTrue();
        assertThatThrownBy(() -> Phrase.of("my @hat", false, Map.of())).hasMessageContaining("hat");
    }

    @Test
    void did_not_and_didnt_are_one() {
        assertThat(found("didnt make this", "I did not make this")).isTrue();
        assertThat(found("didnt make this", "I didn’t make this")).isTrue();
    }

    @Test
    void hindi_is_compared_by_sound_so_that_one_phrase_serves_both_scripts_and_every_spelling() {
        for (String said : List.of("paisa nahi mila", "पैसा नहीं मिला", "paisa nhi mila", "paisaa nahin milaa")) {
            assertThat(matches(Phrase.of("paisa nahi mila", true, Map.of()), said)).as(said).isTrue();
        }
        assertThat(matches(Phrase.of("paisa nahi mila", true, Map.of()), "paisa mila")).isFalse();
    }

    @Test
    void a_phrase_must_begin_with_a_word() {
        assertThatThrownBy(() -> Phrase.of("... card", false, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean found(String phrase, String message) {
        return matches(Phrase.of(phrase, false, Map.of()), message);
    }

    private static boolean matches(Phrase phrase, String message) {
        List<Token> tokens = Token.of(message);
        for (int from = 0; from < tokens.size(); from++) {
            if (phrase.endFrom(from, tokens, new BitSet()) > from) {
                return true;
            }
        }
        return false;
    }
}
