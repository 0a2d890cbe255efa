package io.openteller.platform.curation.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.openteller.platform.embedding.internal.LocalEmbeddings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClustersTest {

    private static final Meanings MEANINGS = new Meanings(LocalEmbeddings.load());

    @Test
    void what_asks_for_the_same_thing_is_one_group() {
        assertThat(groups(
                        "Do you have Apple Pay?",
                        "What is the fee for a second credit card?",
                        "can i add my card to apple pay",
                        "how much for an additional credit card",
                        "Is Apple Pay supported?"))
                .containsExactly(
                        List.of("Do you have Apple Pay?", "can i add my card to apple pay", "Is Apple Pay supported?"),
                        List.of("What is the fee for a second credit card?", "how much for an additional credit card"));
    }

    @Test
    void two_things_asked_of_one_subject_are_two_groups() {
        assertThat(groups("How do I close my savings account?", "What interest does a savings account pay?"))
                .hasSize(2);
    }

    @Test
    void hindi_is_grouped_by_its_letters_and_never_with_english() {
        assertThat(groups("क्या आप यात्रा बीमा बेचते हैं?", "क्या मुझे यात्रा बीमा मिल सकता है?", "लॉकर का किराया कितना है?", "Do you sell travel insurance?"))
                .hasSize(3);
    }

    @Test
    void no_questions_make_no_group() {
        assertThat(groups()).isEmpty();
    }

    private static List<List<String>> groups(String... questions) {
        List<OpenQuestion> asked = IntStream.range(0, questions.length)
                .mapToObj(i -> new OpenQuestion(
                        UUID.randomUUID(), UUID.randomUUID(), questions[i], Instant.ofEpochSecond(i), true, 0, null))
                .toList();
        Map<String, Meaning> meanings = MEANINGS.of(List.of(questions));
        return Clusters.of(asked, meanings).stream()
                .map(group -> group.stream().map(OpenQuestion::text).toList())
                .toList();
    }
}
