package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.IntentTraining.Example;
import io.openteller.platform.understanding.StarterIntents;
import io.openteller.platform.understanding.TrainedIntents;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model of the starter intents: as the build has trained it, else trained while the rest of the platform starts. */
@Singleton
class StarterModel implements StarterIntents {

    private static final Logger log = LoggerFactory.getLogger(StarterModel.class);

    private final SentenceVectors vectors;
    private final List<Starter> starters;
    private final Map<String, Tier> tiers;
    private final CompletableFuture<TrainedIntents> model = new CompletableFuture<>();

    StarterModel(SentenceVectors vectors) {
        this.vectors = vectors;
        starters = Intent.starters().stream()
                .map(intent -> new Starter(
                        intent.name(),
                        intent.tier(),
                        intent.description(),
                        intent.examples().stream()
                                .map(one -> new Message(one.language(), one.text()))
                                .toList()))
                .toList();
        tiers = starters.stream().collect(Collectors.toUnmodifiableMap(Starter::name, Starter::tier));
    }

    @PostConstruct
    void train() {
        Thread.ofPlatform().name("intent-training").daemon().start(() -> {
            try {
                model.complete(TaughtFile.STARTERS.model(vectors));
            } catch (RuntimeException | LinkageError failure) {
                log.error("intents could not be trained", failure);
                model.completeExceptionally(failure);
            }
        });
    }

    @Override
    public List<Starter> all() {
        return starters;
    }

    @Override
    public TrainedIntents model() {
        return model.join();
    }

    Map<String, Tier> tiers() {
        return tiers;
    }

    static List<Example> examples() {
        return Intent.starters().stream()
                .flatMap(intent -> intent.examples().stream().map(one -> new Example(intent.name(), one.text())))
                .toList();
    }
}
