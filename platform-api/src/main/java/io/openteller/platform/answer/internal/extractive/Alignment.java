package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.internal.extractive.WordMeanings.Words;
import io.openteller.platform.embedding.ByteVector;
import io.openteller.platform.embedding.Cosine;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well a text has something for each word of a question: every word looks for the one that means most nearly the same in
 * its place. A sentence about the right product and the wrong thing is as near as a whole; here one word finds no partner.
 */
final class Alignment {

    /** Words that questions are made of ("how", "much") count a little. */
    private static final double EMPTY = 0.15;

    private final WordMeanings meanings;
    private final Words asked;
    private final double[] weights;
    private final boolean[] telling;

    /**
     * Each -1 to 1.
     *
     * @param all mean over the words, by weight
     * @param weakest of the telling words
     * @param even mean over the telling words, each the same
     */
    record Met(double all, double weakest, double even) {}

    /** @param weight of a telling word; 0 for one that says nothing of what the question is about */
    Alignment(String question, WordMeanings meanings, ToDoubleFunction<String> weight) {
        this.meanings = meanings;
        this.asked = meanings.ofQuestion(question);
        this.weights = new double[asked.texts().size()];
        this.telling = new boolean[weights.length];
        boolean any = false;
        for (int i = 0; i < weights.length; i++) {
            double own = weight.applyAsDouble(asked.texts().get(i));
            telling[i] = own > 0;
            weights[i] = own > 0 ? own : EMPTY;
            any |= telling[i];
        }
        for (int i = 0; i < weights.length && !any; i++) {
            telling[i] = true;
        }
    }

    Met with(String text) {
        List<ByteVector> said = meanings.ofSource(text);
        if (said.isEmpty() || weights.length == 0) {
            return new Met(0, 0, 0);
        }
        double sum = 0;
        double weight = 0;
        double weakest = 1;
        double even = 0;
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            double best = -1;
            for (ByteVector word : said) {
                best = Math.max(best, Cosine.of(asked.vectors().get(i), word));
            }
            sum += weights[i] * best;
            weight += weights[i];
            if (telling[i]) {
                weakest = Math.min(weakest, best);
                even += best;
                count++;
            }
        }
        return new Met(sum / weight, weakest, count == 0 ? 0 : even / count);
    }
}
