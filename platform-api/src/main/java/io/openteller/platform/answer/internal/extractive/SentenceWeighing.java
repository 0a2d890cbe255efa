package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.answer.WeighedSentence;
import io.openteller.platform.answer.Weighing;
import io.openteller.platform.embedding.KeptVectors;
import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.retrieval.Passage;
import java.util.List;

/** {@link Evidence} as others may see it. */
public final class SentenceWeighing implements Weighing {

    private final Evidence.Knowing knowing;

    public SentenceWeighing(SentenceVectors sentences, WordVectors words) {
        this.knowing = Evidence.Knowing.of(sentences, words, KeptVectors.NONE);
    }

    @Override
    public List<WeighedSentence> of(String question, List<Passage> found) {
        return new Evidence(question, found, knowing)
                .candidates.stream()
                        .map(one -> new WeighedSentence(one.passage(), one.text(), one.signs().byName()))
                        .toList();
    }
}
