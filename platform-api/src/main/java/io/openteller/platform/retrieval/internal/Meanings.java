package io.openteller.platform.retrieval.internal;

import io.openteller.platform.embedding.Embeddings;
import io.openteller.platform.knowledge.Edition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Vectors of one tenant's passages, kept so that a changed document costs only its own. Used by one thread at a time. */
final class Meanings {

    private final Embeddings embeddings;
    private Map<String, float[]> known = Map.of();

    Meanings(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    List<IndexedPassage> of(List<Edition> documents) {
        List<String> missing = documents.stream()
                .flatMap(document -> document.sections().stream()
                        .map(section -> IndexedPassage.content(document.title(), section)))
                .filter(content -> !known.containsKey(content))
                .distinct()
                .toList();
        List<float[]> made = embeddings.embed(missing);
        Map<String, float[]> needed = new HashMap<>();
        for (int i = 0; i < missing.size(); i++) {
            needed.put(missing.get(i), made.get(i));
        }
        List<IndexedPassage> passages = new ArrayList<>();
        for (Edition document : documents) {
            for (int position = 0; position < document.sections().size(); position++) {
                String content = IndexedPassage.content(
                        document.title(), document.sections().get(position));
                float[] meaning = needed.computeIfAbsent(content, known::get);
                passages.add(new IndexedPassage(document, position, meaning));
            }
        }
        known = needed;
        return passages;
    }
}
