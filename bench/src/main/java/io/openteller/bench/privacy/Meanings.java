package io.openteller.bench.privacy;

import io.openteller.platform.embedding.SentenceVectors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sentence vectors; each sentence is asked once, however many models are trained on it. */
final class Meanings implements Function<List<String>, List<float[]>> {

    private final SentenceVectors vectors = SentenceVectors.local();
    private final Map<String, float[]> known = new HashMap<>();

    @Override
    public List<float[]> apply(List<String> texts) {
        return texts.stream()
                .map(text -> known.computeIfAbsent(text, vectors::of))
                .toList();
    }
}
