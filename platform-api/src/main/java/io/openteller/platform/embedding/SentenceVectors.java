package io.openteller.platform.embedding;

import io.openteller.platform.embedding.internal.BothModels;
import java.util.List;

/**
 * Messages to vectors by two models that were trained apart, one beside the other: they err on different messages.
 *
 * <p>Longer and slower than {@link Embeddings}, and better at telling what a short message wants. Length one.
 */
public interface SentenceVectors {

    int DIMENSIONS = 2 * Embeddings.DIMENSIONS;

    /** A text has the same vector whatever else is asked at the same time. */
    float[] of(String text);

    /** One vector per text, in the same order, on as many threads as the common pool has. */
    default List<float[]> of(List<String> texts) {
        return texts.parallelStream().map(this::of).toList();
    }

    /** The models on their own, without the rest of the platform. */
    static SentenceVectors local() {
        return BothModels.load();
    }
}
