package io.openteller.platform.answer;

import io.openteller.platform.answer.internal.extractive.SentenceWeighing;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.retrieval.Passage;
import java.util.List;

/** What speaks for each sentence, before any of it is weighed against the rest: to learn how much each sign is worth. */
public interface Weighing {

    /** The sentences that come into question, in no particular order. */
    List<WeighedSentence> of(String question, List<Passage> found);

    static Weighing local(SentenceVectors sentences, WordVectors words) {
        return new SentenceWeighing(sentences, words);
    }
}
