package io.openteller.platform.embedding.internal;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.WordVectors;
import io.openteller.platform.embedding.internal.OnnxSentences.Pooling;
import jakarta.inject.Singleton;

/** all-MiniLM-L6-v2 beside bge-small-en-v1.5, both quantized; both weigh the same. */
@Singleton
public final class BothModels implements SentenceVectors, WordVectors {

    private static final float HALF = (float) Math.sqrt(0.5);

    private final MiniLm miniLm;
    private final OnnxSentences bge = OnnxSentences.of("bge-small-en-v1.5-q", Pooling.FIRST);

    BothModels(MiniLm miniLm) {
        this.miniLm = miniLm;
    }

    public static SentenceVectors load() {
        return new BothModels(new MiniLm());
    }

    public static io.openteller.platform.embedding.Embeddings sentences() {
        return new MiniLm();
    }

    public static WordVectors words() {
        return new BothModels(new MiniLm());
    }

    @Override
    public float[][] of(String text, int[] starts, int[] ends) {
        return bge.words(text, starts, ends);
    }

    @Override
    public float[] of(String text) {
        float[] first = miniLm.embed(text);
        float[] second = bge.vector(text);
        float[] both = new float[SentenceVectors.DIMENSIONS];
        for (int i = 0; i < first.length; i++) {
            both[i] = HALF * first[i];
            both[first.length + i] = HALF * second[i];
        }
        return both;
    }
}
