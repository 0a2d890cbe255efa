package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;

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
    void either_word_will_do() {
        assertThat(found("my card|wallet", "where is my wallet")).isTrue();
        assertThat(found("my card|wallet", "where is my hat")).isFalse();
    }

    @Test
    void after_an_equals_sign_the_message_must_be_just_that() {
        assertThat(found("= agent", "Agent!")).isTrue();
        assertThat(found("= agent", "the agent fee")).isFalse();
    }

    private static boolean found(String phrase, String message) {
        return Phrase.of(phrase).in(Words.spaced(message)).isPresent();
    }
}
