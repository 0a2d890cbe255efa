package io.openteller.platform.embedding;

import io.openteller.platform.embedding.internal.BothModels;
import java.util.List;

/** Texts to vectors of length one, so that their dot product is their cosine. */
public interface Embeddings {

    /** Length of every vector. */
    int DIMENSIONS = 384;

    /** One vector per text, in the same order. Text past some 250 words does not count. */
    List<float[]> embed(List<String> texts);

    default float[] embed(String text) {
        return embed(List.of(text)).getFirst();
    }

    /** The model on its own, without the rest of the platform. */
    static Embeddings local() {
        return BothModels.sentences();
    }
}
