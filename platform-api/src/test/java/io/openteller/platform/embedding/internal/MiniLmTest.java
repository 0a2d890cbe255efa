package io.openteller.platform.embedding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.openteller.platform.embedding.Embeddings;
import java.util.List;
import org.junit.jupiter.api.Test;

class MiniLmTest {

    private static final Embeddings EMBEDDINGS = new MiniLm();

    @Test
    void texts_that_mean_the_same_are_closer_than_texts_that_share_words() {
        List<float[]> vectors = EMBEDDINGS.embed(List.of(
                "My card has been stolen", "Someone took my debit card", "My card has a nice picture on the front"));
        assertThat(dot(vectors.get(0), vectors.get(1))).isGreaterThan(dot(vectors.get(0), vectors.get(2)));
    }

    @Test
    void every_vector_has_the_promised_length_and_norm_one_even_of_blank_text() {
        List<float[]> vectors = EMBEDDINGS.embed(List.of("balance", " ", "मेरा बैलेंस"));
        assertThat(vectors).hasSize(3);
        for (float[] vector : vectors) {
            assertThat(vector).hasSize(Embeddings.DIMENSIONS);
            assertThat(dot(vector, vector)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void the_same_text_gives_the_same_vector_alone_or_among_others() {
        float[] alone = EMBEDDINGS.embed("What is my balance?");
        float[] among = EMBEDDINGS.embed(List.of("A much longer text about fixed deposits", "What is my balance?"))
                .get(1);
        assertThat(dot(alone, among)).isCloseTo(1, within(1e-4));
    }

    @Test
    void nothing_gives_nothing() {
        assertThat(EMBEDDINGS.embed(List.of())).isEmpty();
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
