package io.openteller.spi.llm;

import io.openteller.spi.llm.ChatResult.Usage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of texts that were to be embedded. Details are as those of {@link ChatResult}. */
public sealed interface EmbeddingResult {

    /** @param vectors one per text, in their order, all of one length */
    record Embedded(List<float[]> vectors, Usage usage, String model) implements EmbeddingResult {}

    /** Again is no use. */
    record Refused(String detail) implements EmbeddingResult {}

    /** Too many requests. @param retryAfter null when the server did not say */
    record Limited(@Nullable Duration retryAfter) implements EmbeddingResult {}

    /** Not reached, out of order, too slow, or no vectors came. */
    record Unavailable(String detail) implements EmbeddingResult {}

    static EmbeddingResult embedded(List<float[]> vectors, Usage usage, String model) {
        return new Embedded(List.copyOf(vectors), usage, model);
    }

    static EmbeddingResult refused(String detail) {
        return new Refused(detail);
    }

    static EmbeddingResult limited(@Nullable Duration retryAfter) {
        return new Limited(retryAfter);
    }

    static EmbeddingResult unavailable(String detail) {
        return new Unavailable(detail);
    }
}
