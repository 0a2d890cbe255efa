package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.IntentGuess;
import io.openteller.platform.understanding.IntentGuess.Alternative;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.IntentTraining;
import io.openteller.platform.understanding.IntentTraining.Example;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Ranked;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Guesses with a model that is trained on the starter intents while the rest of the platform starts. */
@Singleton
class IntentGuesses {

    private static final Logger log = LoggerFactory.getLogger(IntentGuesses.class);
    private static final int ALTERNATIVES = 3;

    private final IntentTraining training;
    private final Map<String, Tier> tiers;
    private final List<Example> examples;
    private final CompletableFuture<TrainedIntents> model = new CompletableFuture<>();

    IntentGuesses(IntentTraining training) {
        this.training = training;
        List<Intent> starters = Intent.starters();
        tiers = starters.stream().collect(Collectors.toMap(Intent::name, Intent::tier));
        examples = starters.stream()
                .flatMap(intent -> intent.examples().stream().map(one -> new Example(intent.name(), one.text())))
                .toList();
    }

    @PostConstruct
    void train() {
        Thread.ofPlatform().name("intent-training").daemon().start(() -> {
            try {
                model.complete(trained());
            } catch (RuntimeException | LinkageError failure) {
                log.error("intents could not be trained", failure);
                model.completeExceptionally(failure);
            }
        });
    }

    /** Waits, for a few seconds at most, when the platform has only just started. */
    IntentGuess of(String message) {
        List<Ranked> ranked = model.join().predict(message).ranked();
        Ranked best = ranked.getFirst();
        List<Alternative> others = ranked.stream()
                .skip(1)
                .limit(ALTERNATIVES)
                .map(one -> new Alternative(one.intent(), one.probability()))
                .toList();
        double personShare = ranked.stream()
                .filter(one -> tierOf(one) == Tier.C)
                .mapToDouble(Ranked::probability)
                .sum();
        return new IntentGuess(best.intent(), best.probability(), tierOf(best), others, Math.min(1, personShare));
    }

    /** Guesses on the starter messages themselves, each by a model that was not taught it. */
    List<TrainedIntents.HeldOut> heldOut() {
        return model.join().heldOut();
    }

    private Tier tierOf(Ranked one) {
        return Objects.requireNonNull(tiers.get(one.intent()));
    }

    private TrainedIntents trained() {
        long begun = System.nanoTime();
        TrainedIntents trained = training.train(examples, line -> log.debug("intents: {}", line));
        log.info("intents trained count={} ms={}", tiers.size(), (System.nanoTime() - begun) / 1_000_000);
        return trained;
    }
}
