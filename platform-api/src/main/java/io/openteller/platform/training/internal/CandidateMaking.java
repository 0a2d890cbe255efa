package io.openteller.platform.training.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.tenancy.TenantDatabase;
import io.openteller.platform.training.internal.IntentBook.Content;
import io.openteller.platform.training.internal.IntentSql.Head;
import io.openteller.platform.training.internal.Report.Comparison;
import io.openteller.platform.understanding.IntentGuess.Tier;
import io.openteller.platform.understanding.IntentTraining;
import io.openteller.platform.understanding.IntentTraining.Example;
import io.openteller.platform.understanding.StarterIntents;
import io.openteller.platform.understanding.TrainedIntents;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** From examples to a model with all that is to be known before somebody publishes it. */
@Singleton
class CandidateMaking {

    private final SentenceVectors vectors;
    private final StarterIntents starters;
    private final LiveModels live;
    private final ModelSql models;
    private final TenantDatabase database;

    CandidateMaking(
            SentenceVectors vectors,
            StarterIntents starters,
            LiveModels live,
            ModelSql models,
            TenantDatabase database) {
        this.vectors = vectors;
        this.starters = starters;
        this.live = live;
        this.models = models;
        this.database = database;
    }

    /** Ready to be stored. */
    interface Candidate {
        int store(Handle sql, String by);
    }

    Candidate of(Content content, RunProgress progress) {
        var known = new RememberedVectors(vectors);
        TrainedIntents model = IntentTraining.with(known).train(
                content.examples().stream()
                        .map(one -> new Example(one.intent(), one.text()))
                        .toList(),
                progress);
        List<HeldOutGuess> heldOut = HeldOutGuess.of(model);
        progress.accept("Comparing with the model in force");
        Comparison comparison = compared(heldOut);
        progress.accept("Looking for messages that stand under two intents");
        Report report = Reports.of(heldOut, NearDuplicates.in(heldOut, known), comparison);
        Map<String, Tier> tiers =
                content.heads().stream().collect(Collectors.toMap(Head::name, Head::tier));
        return (sql, by) -> models.add(sql, model, tiers, report, heldOut, by);
    }

    /**
     * What the model in force was taught, it is judged on by what it made of it before it was taught; the rest it has
     * never seen. So neither model is judged on what it knows by heart.
     */
    private Comparison compared(List<HeldOutGuess> candidate) {
        Optional<LiveModels.Published> own = live.live();
        TrainedIntents model = own.map(LiveModels.Published::trained).orElseGet(starters::model);
        List<HeldOutGuess> known = own.map(published -> database.inTransaction(sql -> models.heldOut(sql, published.model())))
                .orElseGet(() -> HeldOutGuess.of(starters.model()));
        Map<String, String> before = known.stream()
                .collect(Collectors.toMap(HeldOutGuess::text, HeldOutGuess::predicted, (one, other) -> one));
        List<String> guesses = candidate.parallelStream()
                .map(one -> {
                    String guess = before.get(one.text());
                    return guess == null ? model.predict(one.text()).best().intent() : guess;
                })
                .toList();
        return Reports.compare(own.map(LiveModels.Published::model).orElse(Publishing.STARTER), candidate, guesses);
    }
}
