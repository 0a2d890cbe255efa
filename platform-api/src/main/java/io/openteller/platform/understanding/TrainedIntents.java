package io.openteller.platform.understanding;

import java.util.List;

/** Tells what a message wants, as it was taught. Immutable; any thread may ask. */
public interface TrainedIntents {

    /**
     * @param ranked every intent, most likely first; the probabilities are calibrated and sum to one
     * @param scope 0 to 1, how much the message is like those that were taught; 1 when the words alone decided
     * @param shortcut whether the words alone decided
     */
    record Prediction(List<Ranked> ranked, double scope, boolean shortcut) {

        public Ranked best() {
            return ranked.getFirst();
        }
    }

    record Ranked(String intent, double probability) {}

    /**
     * A prediction for an example by a model that was not taught this example.
     *
     * @param scope of the example for that model
     * @param strangeScope of the example for a model that was not taught its intent at all: what a request has that nobody
     *     thought of
     */
    record HeldOut(
            String intent, String text, String predicted, double probability, double scope, double strangeScope) {}

    /**
     * What was learned from, and how well.
     *
     * @param dataHash SHA-256 of the examples in their order
     * @param accuracy of the model on examples that it was not taught, by leaving one out at a time
     */
    record Provenance(String dataHash, int examples, int intents, String parameters, double accuracy) {}

    /** The fast way: where the words leave no doubt which of the taught intents it is, nothing else is looked at. */
    Prediction predict(String text);

    /**
     * Always looks at the meaning. For those who refuse what is out of scope: the words of a request that nobody taught are
     * often those of one that was.
     */
    Prediction weigh(String text);

    /** One in 25 of the taught examples has less scope; a bank that knows what it must refuse chooses its own threshold. */
    double usualScope();

    /** For the confusion matrix and the weakest intents; in the order of the examples, empty after a restart. */
    List<HeldOut> heldOut();

    Provenance provenance();

    /** For storage. */
    byte[] bytes();
}
