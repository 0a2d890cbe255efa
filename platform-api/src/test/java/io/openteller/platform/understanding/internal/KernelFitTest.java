package io.openteller.platform.understanding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Enough examples for several blocks and tiles of the matrix. */
class KernelFitTest {

    private static final int SIZE = 700;
    private static final int WIDTH = 16;
    private static final int INTENTS = 3;

    private final Random random = new Random(5);

    @Test
    void what_is_said_of_a_left_out_example_is_what_a_model_without_it_says() {
        TrainingSet all = examples(SIZE);
        KernelFit fit = KernelFit.of(all, 1, line -> {});
        for (int left : List.of(0, 63, 64, 511, 512, SIZE - 1)) {
            KernelModel without = KernelFit.of(without(all, left), 1, line -> {}).model();
            float[] expected =
                    without.score(all.vectors().get(left), all.grams().get(left)).each();
            for (int c = 0; c < INTENTS; c++) {
                assertThat(fit.leftOut()[left][c]).isCloseTo(expected[c], within(0.002f));
            }
        }
    }

    @Test
    void what_is_said_of_a_stranger_is_what_a_model_says_that_was_not_taught_its_intent() {
        TrainingSet all = examples(SIZE);
        KernelFit fit = KernelFit.of(all, 1, line -> {});
        for (int stranger : List.of(0, 64, SIZE - 1)) {
            int own = all.labels()[stranger];
            KernelModel untaught = KernelFit.of(only(all, i -> all.labels()[i] != own), 1, line -> {}).model();
            float[] expected = untaught.score(
                            all.vectors().get(stranger), all.grams().get(stranger))
                    .each();
            for (int c = 0; c < INTENTS; c++) {
                assertThat(fit.strange()[stranger][c]).isCloseTo(c == own ? 0 : expected[c], within(0.002f));
            }
        }
    }

    @Test
    void an_example_of_no_intent_pulls_every_intent_down_where_it_is() {
        TrainingSet all = examples(SIZE);
        float[] vector = all.vectors().getFirst();
        SparseRow grams = all.grams().getFirst();
        KernelModel.Scores before = KernelFit.of(all, 1, line -> {}).model().score(vector, grams);
        int[] labels = all.labels().clone();
        labels[0] = TrainingSet.NONE;
        var changed = new TrainingSet(all.intents(), all.vectors(), all.grams(), labels, all.weights());
        KernelModel.Scores after = KernelFit.of(changed, 1, line -> {}).model().score(vector, grams);
        assertThat(after.each()[all.labels()[0]]).isLessThan(before.each()[all.labels()[0]] - 0.5f);
    }

    @Test
    void the_nearest_are_the_five_largest() {
        Nearest nearest = new Nearest();
        assertThat(nearest.mean()).isZero();
        for (float cosine : new float[] {0.1f, 0.9f, -0.3f, 0.5f, 0.7f, 0.2f, 0.8f}) {
            nearest.see(cosine);
        }
        assertThat(nearest.mean()).isCloseTo((0.9 + 0.8 + 0.7 + 0.5 + 0.2) / 5, within(1e-6));
    }

    private TrainingSet examples(int size) {
        List<float[]> vectors = new ArrayList<>();
        List<SparseRow> grams = new ArrayList<>();
        int[] labels = new int[size];
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            labels[i] = random.nextInt(INTENTS);
            weights[i] = 1;
            vectors.add(vector(labels[i]));
            grams.add(i % 2 == 0 ? new SparseRow(new int[] {0}, new float[] {1}) : new SparseRow(new int[0], new float[0]));
        }
        return new TrainingSet(List.of("a", "b", "c"), vectors, grams, labels, weights);
    }

    private float[] vector(int label) {
        float[] vector = new float[WIDTH];
        double squares = 0;
        for (int d = 0; d < WIDTH; d++) {
            vector[d] = (float) (random.nextGaussian() + (d == label ? 3 : 0));
            squares += vector[d] * vector[d];
        }
        for (int d = 0; d < WIDTH; d++) {
            vector[d] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static TrainingSet without(TrainingSet all, int left) {
        return only(all, i -> i != left);
    }

    private static TrainingSet only(TrainingSet all, IntPredicate which) {
        int[] kept = IntStream.range(0, all.size()).filter(which).toArray();
        float[] weights = new float[kept.length];
        Arrays.fill(weights, 1);
        return new TrainingSet(
                all.intents(),
                IntStream.of(kept).mapToObj(all.vectors()::get).toList(),
                IntStream.of(kept).mapToObj(all.grams()::get).toList(),
                IntStream.of(kept).map(i -> all.labels()[i]).toArray(),
                weights);
    }
}
