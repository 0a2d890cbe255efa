package io.openteller.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void sentences_items_and_rows_can_each_be_said_alone() {
        assertThat(Sentences.of("A card costs £6. It comes in 5 days.\n- by post\n- Courier; Fee: £15"))
                .containsExactly("A card costs £6.", "It comes in 5 days.", "- by post", "- Courier; Fee: £15");
    }

    @Test
    void a_shortened_word_ends_no_sentence() {
        assertThat(Sentences.of("Pay Rs. 500 at the counter.")).containsExactly("Pay Rs. 500 at the counter.");
    }
}
