package io.openteller.platform.training.internal;

import io.openteller.platform.embedding.SentenceVectors;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** For one training: its examples become vectors once, though they are looked at twice. */
final class RememberedVectors implements SentenceVectors {

    private final SentenceVectors vectors;
    private final Map<String, float[]> known = new ConcurrentHashMap<>();

    RememberedVectors(SentenceVectors vectors) {
        this.vectors = vectors;
    }

    @Override
    public float[] of(String text) {
        return known.computeIfAbsent(text, vectors::of);
    }
}
