package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a model does on its examples, each judged by a model that was not taught it.
 *
 * @param scores weakest first
 * @param cells of the confusion matrix, those with something in them; the largest first
 * @param duplicates messages that mean nearly the same and are examples of two intents; the nearest first
 * @param comparison null for what every bank starts with
 */
@Serdeable
record Report(
        double accuracy,
        int examples,
        List<Score> scores,
        List<Cell> cells,
        List<Twins> duplicates,
        @Nullable Comparison comparison) {

    /** @param recall of this intent's messages, the share that is understood */
    @Serdeable
    record Score(String intent, int examples, double recall, double precision, double f1) {}

    /** @param samples a few of the messages; none where intent and prediction agree */
    @Serdeable
    record Cell(String intent, String predicted, int count, List<String> samples) {}

    @Serdeable
    record Twins(String text, String intent, String otherText, String otherIntent, double similarity) {}

    /**
     * Both models on the same examples, neither taught the example that it is judged by.
     *
     * @param live the model it is compared with; 0 is what every bank starts with
     * @param better examples that only the new one gets right
     * @param worse examples that only the live one gets right
     * @param changes some of both, what got worse first
     */
    @Serdeable
    record Comparison(
            int live,
            int compared,
            double candidateAccuracy,
            double liveAccuracy,
            int better,
            int worse,
            List<Change> changes) {}

    @Serdeable
    record Change(String text, String intent, String live, String candidate) {}
}
