package io.openteller.plugins.langchain;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import io.openteller.spi.CallContext;
import io.openteller.spi.llm.ChatResult;
import io.openteller.spi.llm.ChatResult.Usage;
import io.openteller.spi.llm.EmbeddingResult;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Texts to vectors. */
final class Embeddings {

    private final Door door;

    Embeddings(Door door) {
        this.door = door;
    }

    EmbeddingResult embed(CallContext context, String model, List<String> texts, Supplier<Prepared.Ready> prepared) {
        Exchange exchange = new Exchange(context, Exchange.VECTORS, UnaryOperator.identity());
        try {
            Prepared.Ready ready = prepared.get();
            if (!(ready.vendor() instanceof EmbeddingVendor vendor)) {
                return EmbeddingResult.refused("there are no vectors here");
            }
            String name = Requests.model(model, vendor.embeddingModels());
            List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
            Response<List<Embedding>> response =
                    door.through(exchange, () -> ready.embedding(name).embedAll(segments));
            return whole(response, texts.size(), name, vendor);
        } catch (RuntimeException failure) {
            return refused(Refusals.of(exchange, failure));
        }
    }

    private static EmbeddingResult whole(
            Response<List<Embedding>> response, int count, String model, EmbeddingVendor vendor) {
        List<float[]> vectors = response.content().stream().map(Embedding::vector).toList();
        int length = vectors.isEmpty() ? 0 : vectors.getFirst().length;
        if (vectors.size() != count || length == 0 || vectors.stream().anyMatch(one -> one.length != length)) {
            return EmbeddingResult.unavailable("not one vector for each text");
        }
        Usage usage = response.tokenUsage() == null ? Usage.NONE : vendor.usage(response.tokenUsage());
        return EmbeddingResult.embedded(vectors, usage, model);
    }

    private static EmbeddingResult refused(ChatResult why) {
        return switch (why) {
            case ChatResult.Refused(String detail) -> EmbeddingResult.refused(detail);
            case ChatResult.TooLong(String detail) -> EmbeddingResult.refused(detail);
            case ChatResult.Limited limited -> EmbeddingResult.limited(limited.retryAfter());
            case ChatResult.Unavailable(String detail) -> EmbeddingResult.unavailable(detail);
            case ChatResult.BadAnswer bad -> EmbeddingResult.unavailable(bad.detail());
            case ChatResult.Cancelled gone -> EmbeddingResult.unavailable("nobody waits for it any more");
            case ChatResult.Answered impossible -> EmbeddingResult.unavailable("no vectors");
        };
    }
}
