package io.openteller.platform.understanding;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.internal.CascadeTraining;
import java.util.List;
import java.util.function.Consumer;

/** Learns from messages to tell what a customer wants. */
public interface IntentTraining {

    /** In place of an intent: the message is an example of what none of the intents is about. */
    String NO_INTENT = "";

    /** @param intent any text; where it reads as words, it helps while there are few examples */
    record Example(String intent, String text) {}

    /**
     * @param progress told a line now and then, from the calling thread
     * @throws IllegalArgumentException when there are fewer than two intents
     */
    TrainedIntents train(List<Example> examples, Consumer<String> progress);

    /** @param bytes what {@link TrainedIntents#bytes} gave; the model answers as it did then */
    TrainedIntents restore(byte[] bytes);

    /** Training without the rest of the platform. */
    static IntentTraining with(SentenceVectors vectors) {
        return CascadeTraining.with(vectors);
    }
}
