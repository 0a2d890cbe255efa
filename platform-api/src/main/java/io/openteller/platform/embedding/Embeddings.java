package io.openteller.platform.embedding;

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
}
