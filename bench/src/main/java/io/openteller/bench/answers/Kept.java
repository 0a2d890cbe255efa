package io.openteller.bench.answers;

import io.openteller.platform.embedding.SentenceVectors;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every vector once: a measurement asks the same documents again and again. */
final class Kept implements SentenceVectors {

    private final SentenceVectors vectors;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    Kept(SentenceVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public float[] of(String text) {
        return known.computeIfAbsent(text, vectors::of);
    }
}
