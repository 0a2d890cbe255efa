package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Composed;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.generative.Generation;
import io.openteller.platform.retrieval.Passage;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is known is decided without a model, always. Where something is known, the bank's model may say it in better words;
 * what it says in a way that does not hold, or not in time, is said in the documents' own words.
 */
final class ModelComposer implements Composer {

    private final Composer extractive;
    private final Generation generation;

    ModelComposer(Composer extractive, Generation generation) {
        this.extractive = extractive;
        this.generation = generation;
    }

    @Override
    public Composed compose(Question question, List<Passage> found) {
        Composed composed = extractive.compose(question, found);
        return composed instanceof Composed.Grounded own ? written(question, own, found) : composed;
    }

    private Composed written(Question question, Composed.Grounded own, List<Passage> found) {
        List<Passage> texts =
                Stream.concat(own.cited().stream(), found.stream()).distinct().toList();
        return generation
                .write(question, texts)
                .<Composed>map(sentences -> new Composed.Grounded(
                        own.opening(), sentences, own.wording(), own.considered(), own.confidence()))
                .orElse(own);
    }
}
