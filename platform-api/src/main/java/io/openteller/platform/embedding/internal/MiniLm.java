package io.openteller.platform.embedding.internal;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.openteller.platform.embedding.Embeddings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/** all-MiniLM-L6-v2, quantized, run by ONNX Runtime on this machine's processors. */
@Singleton
class MiniLm implements Embeddings {

    private final AllMiniLmL6V2QuantizedEmbeddingModel model =
            new AllMiniLmL6V2QuantizedEmbeddingModel(ForkJoinPool.commonPool());

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        // The model refuses text of spaces and control characters; a single dot is as empty as it gets.
        List<TextSegment> segments = texts.stream()
                .map(text -> TextSegment.from(text.isBlank() || text.trim().isEmpty() ? "." : text))
                .toList();
        return model.embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }
}
