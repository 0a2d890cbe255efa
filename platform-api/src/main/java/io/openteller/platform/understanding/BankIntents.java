package io.openteller.platform.understanding;

import io.openteller.platform.understanding.IntentGuess.Tier;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the current bank has taught by itself. Asked for every message, so it must answer at once. */
@FunctionalInterface
public interface BankIntents {

    /** Empty where the bank uses what every bank starts with. */
    Optional<Published> live();

    /**
     * The scope below which the bank wants a message to count as about nothing that was taught; empty where it wants the
     * likeliest intent in any case.
     */
    default OptionalDouble refusedBelow() {
        return OptionalDouble.empty();
    }

    /**
     * @param model the one number of the bank's models that is in force
     * @param tiers of every intent that the model knows
     */
    record Published(int model, TrainedIntents trained, Map<String, Tier> tiers) {}
}
