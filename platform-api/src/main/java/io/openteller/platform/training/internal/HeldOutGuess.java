package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.understanding.TrainedIntents;
import java.util.List;

/** What a model makes of an example that it was not taught. */
@Serdeable
record HeldOutGuess(String text, String intent, String predicted, double probability) {

    static List<HeldOutGuess> of(TrainedIntents model) {
        return model.heldOut().stream()
                .map(one -> new HeldOutGuess(one.text(), one.intent(), one.predicted(), one.probability()))
                .toList();
    }

    boolean right() {
        return intent.equals(predicted);
    }
}
