package io.openteller.platform.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteVectorTest {

    private final Random random = new Random(11);

    @Test
    void two_are_as_near_as_the_vectors_that_they_were_made_of() {
        for (int i = 0; i < 500; i++) {
            float[] one = ofLengthOne();
            float[] other = ofLengthOne();
            for (int at = 0; at < other.length; at++) {
                // Anything from the same to strangers.
                other[at] = one[at] * i / 500 + other[at] * (500 - i) / 500;
            }
            assertThat(Cosine.of(ByteVector.of(one), ByteVector.of(other))).isCloseTo(Cosine.of(one, other), within(0.003));
        }
    }

    @Test
    void what_is_written_is_read_as_it_was() {
        List<ByteVector> vectors = List.of(ByteVector.of(ofLengthOne()), ByteVector.of(new float[384]), ByteVector.of(ofLengthOne()));

        List<ByteVector> read = ByteVector.read(ByteVector.written(vectors));

        assertThat(read).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(read.get(i).numbers()).isEqualTo(vectors.get(i).numbers());
            assertThat(read.get(i).scale()).isEqualTo(vectors.get(i).scale());
        }
        assertThat(ByteVector.read(ByteVector.written(List.of()))).isEmpty();
    }

    @Test
    void nothing_is_near_to_nothing() {
        float[] zero = new float[384];
        assertThat(Cosine.of(ByteVector.of(zero), ByteVector.of(ofLengthOne()))).isZero();
    }

    private float[] ofLengthOne() {
        float[] vector = new float[384];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
