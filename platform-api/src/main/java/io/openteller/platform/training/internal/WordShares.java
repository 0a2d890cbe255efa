package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Ranked;
import java.util.List;
import java.util.stream.IntStream;

/** Which words of a message led to a prediction: those without which the model would be less sure of it. */
final class WordShares {

    /** Of a longer message only the first words are weighed; each costs another prediction. */
    private static final int MOST = 40;

    private WordShares() {}

    /**
     * @param weight -1 to 1, of the strongest word; what is over 0 spoke for the prediction, what is under it against
     */
    @Serdeable
    record Word(String text, double weight) {}

    static List<Word> of(TrainedIntents model, String text, String predicted) {
        List<String> words = List.of(text.strip().split("\\s+"));
        double whole = odds(model, text, predicted);
        double[] drops = IntStream.range(0, words.size())
                .parallel()
                .mapToDouble(i -> i < MOST ? whole - odds(model, without(words, i), predicted) : 0)
                .toArray();
        double largest = IntStream.range(0, drops.length).mapToDouble(i -> Math.abs(drops[i])).max().orElse(0);
        return IntStream.range(0, words.size())
                .mapToObj(i -> new Word(words.get(i), largest == 0 ? 0 : drops[i] / largest))
                .toList();
    }

    private static String without(List<String> words, int place) {
        return IntStream.range(0, words.size())
                .filter(i -> i != place)
                .mapToObj(words::get)
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    /** As logarithm: near certainty, probabilities hardly move. */
    private static double odds(TrainedIntents model, String text, String intent) {
        double probability = model.predict(text).ranked().stream()
                .filter(one -> one.intent().equals(intent))
                .mapToDouble(Ranked::probability)
                .findFirst()
                .orElse(0);
        double safe = Math.clamp(probability, 1e-6, 1 - 1e-6);
        return Math.log(safe / (1 - safe));
    }
}
