package io.openteller.platform.understanding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.understanding.IntentTraining.Example;
import io.openteller.platform.understanding.Matter;
import io.openteller.platform.understanding.Matters;
import io.openteller.platform.understanding.TrainedIntents;
import io.openteller.platform.understanding.TrainedIntents.Ranked;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Learned from the messages under {@code understanding/matter}, one file for each matter, as intents are. */
@Singleton
public final class TaughtMatters implements Matters {

    private final SentenceVectors vectors;
    private final CompletableFuture<TrainedIntents> model = new CompletableFuture<>();

    TaughtMatters(SentenceVectors vectors) {
        this.vectors = vectors;
    }

    public static Matters with(SentenceVectors vectors) {
        TaughtMatters matters = new TaughtMatters(vectors);
        matters.load();
        return matters;
    }

    @PostConstruct
    void load() {
        model.completeAsync(() -> TaughtFile.MATTERS.model(vectors));
    }

    @Override
    public Matter.Guess of(String message) {
        Ranked best = model.join().predict(message).best();
        return new Matter.Guess(Matter.valueOf(best.intent()), best.probability());
    }

    static List<Example> examples() {
        return Arrays.stream(Matter.values())
                .flatMap(matter -> ResourceLines.of("matter/" + matter.name().toLowerCase(Locale.ROOT) + ".txt").stream()
                        .filter(line -> !line.startsWith("# "))
                        .map(line -> new Example(matter.name(), line)))
                .toList();
    }
}
