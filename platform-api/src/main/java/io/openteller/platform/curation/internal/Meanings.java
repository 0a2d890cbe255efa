package io.openteller.platform.curation.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.embedding.LetterGroups;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Meanings of texts, kept for a while: boards are looked at again and again. */
@Singleton
class Meanings {

    /** At 1.5 KB each. */
    private static final int KEPT = 10_000;

    private final Embeddings embeddings;
    private final Cache<String, Meaning> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    Meanings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    Map<String, Meaning> of(Collection<String> texts) {
        return kept.getAll(texts, missing -> {
            List<String> said = List.copyOf(missing);
            List<float[]> vectors = embeddings.embed(said);
            return java.util.stream.IntStream.range(0, said.size())
                    .boxed()
                    .collect(java.util.stream.Collectors.toMap(
                            said::get, i -> new Meaning(vectors.get(i), LetterGroups.of(said.get(i)))));
        });
    }
}
