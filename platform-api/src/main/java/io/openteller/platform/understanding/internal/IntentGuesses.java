package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.understanding.IntentGuess;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Guesses with a model that is trained on the starter intents while the rest of the platform starts. */
@Singleton
class IntentGuesses {

    private static final Logger log = LoggerFactory.getLogger(IntentGuesses.class);

    private final Embeddings embeddings;
    private final CompletableFuture<IntentModel> model = new CompletableFuture<>();

    IntentGuesses(Embeddings embeddings) {
        this.embeddings = embeddings;
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
        float[] meaning = embeddings.embed(List.of(message)).getFirst();
        return model.join().classify(message, meaning);
    }

    private IntentModel trained() {
        long begun = System.nanoTime();
        List<Intent> intents = Intent.starters();
        IntentModel trained = IntentModel.train(intents, embeddings);
        log.info("intents trained count={} ms={}", intents.size(), (System.nanoTime() - begun) / 1_000_000);
        return trained;
    }
}
