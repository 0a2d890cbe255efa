package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.Remembered;
import io.openteller.platform.embedding.SentenceVectors;
import java.util.List;

/** Vectors of sentences and words, remembered: most questions are about what others asked before. Safe for concurrent use. */
public final class Meanings {

    /** Some 36 MB at most. */
    private static final int REMEMBERED = 12_000;

    private final SentenceVectors vectors;
    private final Remembered<float[]> known = new Remembered<>(REMEMBERED);

    public Meanings(SentenceVectors vectors) {
        this.vectors = vectors;
    }

    public float[] of(String text) {
        return known.of(text, vectors::of);
    }

    public List<float[]> of(List<String> texts) {
        return known.of(texts, vectors::of);
    }
}
