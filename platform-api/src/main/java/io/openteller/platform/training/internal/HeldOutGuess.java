package io.openteller.platform.training.internal;

import io.micronaut.serde.annotation.Serdeable;
import io.openteller.platform.understanding.TrainedIntents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model makes of an example that it was not taught.
 *
 * @param scope null, like the next, for models that were trained before it was kept
 * @param strangeScope for a model that was not taught the example's intent at all
 */
@Serdeable
record HeldOutGuess(String text, String intent, String predicted, double probability,
        @Nullable Double scope, @Nullable Double strangeScope) {

    static List<HeldOutGuess> of(TrainedIntents model) {
        return model.heldOut().stream()
                .map(one -> new HeldOutGuess(one.text(), one.intent(), one.predicted(), one.probability(), one.scope(), one.strangeScope()))
                .toList();
    }

    boolean right() {
        return intent.equals(predicted);
    }
}
