package io.openteller.platform.embedding.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.internal.OnnxSentences.Pooling;
import jakarta.inject.Singleton;
import java.util.List;

/** all-MiniLM-L6-v2, quantized. */
@Singleton
class MiniLm implements Embeddings {

    private final OnnxSentences model = OnnxSentences.of("all-minilm-l6-v2-q", Pooling.MEAN);

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.parallelStream().map(model::vector).toList();
    }

    @Override
    public float[] embed(String text) {
        return model.vector(text);
    }
}
