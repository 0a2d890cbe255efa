package io.openteller.platform.embedding;

import io.openteller.platform.embedding.internal.BothModels;

/** Words to vectors that depend on the words around them: the same name is one thing before "Street" and another after "Mr". */
public interface WordVectors {

    int DIMENSIONS = Embeddings.DIMENSIONS;

    /**
     * A vector of length one for each word; of length zero for a word past some 250.
     *
     * @param starts where in the text the words begin, in rising order
     * @param ends where they end, exclusive
     */
    float[][] of(String text, int[] starts, int[] ends);

    /** The model on its own, without the rest of the platform. */
    static WordVectors local() {
        return BothModels.words();
    }
}
