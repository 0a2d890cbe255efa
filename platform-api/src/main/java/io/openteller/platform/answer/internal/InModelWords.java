package io.openteller.platform.answer.internal;

import io.openteller.platform.answer.Composed.Grounded;
import io.openteller.platform.answer.Composed.Sentence;
import io.openteller.platform.answer.Question;
import io.openteller.platform.answer.internal.generative.Generation;
import io.openteller.platform.retrieval.Passage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known is decided without a model, always. Where something is known, the bank's model may say it in better words;
 * what it says in a way that does not hold, or not in time, is said in the documents' own words.
 */
@Singleton
class InModelWords implements Phrasing {

    private final Generation generation;

    InModelWords(Generation generation) {
        this.generation = generation;
    }

    @Override
    public Grounded of(Question question, Grounded own, Predicate<Grounded> soFar) {
        List<Passage> texts = Stream.concat(own.cited().stream(), own.considered().stream())
                .distinct()
                .toList();
        return generation
                .write(question, texts, sentences -> soFar.test(saying(sentences, own)))
                .map(sentences -> saying(sentences, own))
                .orElse(own);
    }

    private static Grounded saying(List<Sentence> sentences, Grounded own) {
        return new Grounded(own.opening(), sentences, own.wording(), own.considered(), own.confidence());
    }
}
