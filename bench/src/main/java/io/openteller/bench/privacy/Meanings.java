package io.openteller.bench.privacy;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Sentence vectors; each sentence is asked once, however many models are trained on it. */
final class Meanings implements Function<List<String>, List<float[]>> {

    private final AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
    private final Map<String, float[]> known = new HashMap<>();

    @Override
    public List<float[]> apply(List<String> texts) {
        return texts.stream().map(text -> known.computeIfAbsent(text, this::vector)).toList();
    }

    private float[] vector(String text) {
        return model.embed(TextSegment.from(text.isBlank() ? "." : text)).content().vector();
    }
}
