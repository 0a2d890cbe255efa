package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.BankIntents;
import io.openteller.platform.understanding.BankIntents.Published;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Alternative;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Ranked;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Guesses with the model that the bank has published, else with the one that every bank starts with. */
@Singleton
class IntentGuesses {

    private static final int ALTERNATIVES = 3;

    private final StarterModel starter;
    private final BankIntents bank;

    IntentGuesses(StarterModel starter, BankIntents bank) {
        this.starter = starter;
        this.bank = bank;
    }

    /** Waits, for a few seconds at most, when the platform has only just started. */
    IntentGuess of(String message) {
        return bank.live()
                .map((Published own) -> guess(own.trained(), own.tiers(), message))
                .orElseGet(() -> guess(starter.model(), starter.tiers(), message));
    }

    Tier tierOf(String intent) {
        Map<String, Tier> tiers = bank.live().map(Published::tiers).orElseGet(starter::tiers);
        return tiers.getOrDefault(intent, Tier.C);
    }

    private static IntentGuess guess(TrainedIntents model, Map<String, Tier> tiers, String message) {
        List<Ranked> ranked = model.predict(message).ranked();
        Ranked best = ranked.getFirst();
        List<Alternative> others = ranked.stream()
                .skip(1)
                .limit(ALTERNATIVES)
                .map(one -> new Alternative(one.intent(), one.probability()))
                .toList();
        double personShare = ranked.stream()
                .filter(one -> tier(tiers, one) == Tier.C)
                .mapToDouble(Ranked::probability)
                .sum();
        return new IntentGuess(
                best.intent(), best.probability(), tier(tiers, best), others, Math.min(1, personShare));
    }

    private static Tier tier(Map<String, Tier> tiers, Ranked one) {
        return Objects.requireNonNull(tiers.get(one.intent()));
    }
}
