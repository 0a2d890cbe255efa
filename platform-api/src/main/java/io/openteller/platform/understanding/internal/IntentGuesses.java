package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.embedding.TextHash;
import io.openteller.platform.understanding.BankIntents;
import io.openteller.platform.understanding.BankIntents.Published;
import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Alternative;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Prediction;
import io.openteller.platform.understanding.TrainedIntents.Ranked;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Guesses with the model that the bank has published, else with the one that every bank starts with. */
@Singleton
class IntentGuesses {

    private static final int ALTERNATIVES = 3;
    private static final String OUT_OF_SCOPE = "out_of_scope";
    /** Each with all intents, some 2 KB. */
    private static final int REMEMBERED = 10_000;

    private final Remembered<Prediction> known = new Remembered<>(REMEMBERED);

    private final StarterModel starter;
    private final BankIntents bank;

    IntentGuesses(StarterModel starter, BankIntents bank) {
        this.starter = starter;
        this.bank = bank;
    }

    /** Waits, for a few seconds at most, when the platform has only just started. */
    IntentGuess of(String message) {
        OptionalDouble refused = bank.refusedBelow();
        return bank.live()
                .map((Published own) -> guess(own.trained(), own.tiers(), message, refused))
                .orElseGet(() -> guess(starter.model(), starter.tiers(), message, refused));
    }

    Tier tierOf(String intent) {
        Map<String, Tier> tiers = bank.live().map(Published::tiers).orElseGet(starter::tiers);
        return tiers.getOrDefault(intent, Tier.C);
    }

    private Prediction known(TrainedIntents model, String message, String how, Function<String, Prediction> guess) {
        return known.of(TextHash.of(message, List.of(how, model.provenance())), () -> guess.apply(message));
    }

    private IntentGuess guess(
            TrainedIntents model, Map<String, Tier> tiers, String message, OptionalDouble refused) {
        if (refused.isEmpty()) {
            return guess(known(model, message, "predict", model::predict).ranked(), tiers);
        }
        Prediction weighed = known(model, message, "weigh", model::weigh);
        IntentGuess likeliest = guess(weighed.ranked(), tiers);
        return weighed.scope() < refused.getAsDouble() ? outOfScope(likeliest, weighed.scope()) : likeliest;
    }

    /** What speaks for a person still does: to refuse is for requests that are harmless. */
    private static IntentGuess outOfScope(IntentGuess likeliest, double scope) {
        List<Alternative> others = new ArrayList<>();
        others.add(new Alternative(likeliest.name(), likeliest.confidence()));
        others.addAll(likeliest.alternatives());
        return new IntentGuess(
                OUT_OF_SCOPE,
                1 - scope,
                Tier.A,
                others.stream()
                        .filter(one -> !one.name().equals(OUT_OF_SCOPE))
                        .limit(ALTERNATIVES)
                        .toList(),
                likeliest.personShare());
    }

    private static IntentGuess guess(List<Ranked> ranked, Map<String, Tier> tiers) {
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
