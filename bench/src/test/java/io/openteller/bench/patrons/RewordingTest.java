package io.openteller.bench.patrons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RewordingTest {

    @Test
    void no_text_comes_twice_and_each_has_the_question_in_it() {
        Rewording rewording = new Rewording();
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < Rewording.TEXTS; i++) {
            texts.add(rewording.of("What does a transfer cost?"));
            texts.add(rewording.of("How long does a transfer take?"));
        }
        assertThat(texts).hasSize(2 * Rewording.TEXTS);
        assertThat(texts).allMatch(text -> text.contains("What does a transfer cost?") || text.contains("How long does a transfer take?"));
    }
}
