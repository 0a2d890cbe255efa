package io.openteller.platform.understanding;

import java.util.List;

/** Tells what a message wants, as it was taught. Immutable; any thread may ask. */
public interface TrainedIntents {

    /**
     * @param ranked every intent, most likely first; the probabilities are calibrated and sum to one
     * @param scope 0 to 1, how much the message is like those that were taught; half of what was taught in vain lies below
     *     {@link TrainedIntents#usualScope}
     * @param shortcut whether its words alone decided
     */
    record Prediction(List<Ranked> ranked, double scope, boolean shortcut) {

        public Ranked best() {
            return ranked.getFirst();
        }
    }

    record Ranked(String intent, double probability) {}

    /** A prediction for an example by a model that was not taught this example. */
    record HeldOut(String intent, String text, String predicted, double probability) {}

    /**
     * What was learned from, and how well.
     *
     * @param dataHash SHA-256 of the examples in their order
     * @param accuracy of the model on examples that it was not taught, by leaving one out at a time
     */
    record Provenance(String dataHash, int examples, int intents, String parameters, double accuracy) {}

    Prediction predict(String text);

    /** Below this a message is taken for out of scope, unless a bank chooses its own threshold. */
    double usualScope();

    /** For the confusion matrix and the weakest intents; in the order of the examples, empty after a restart. */
    List<HeldOut> heldOut();

    Provenance provenance();

    /** For storage. */
    byte[] bytes();
}
