package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.SentenceVectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Vectors of sentences and words, remembered: most questions are about what others asked before. Safe for concurrent use. */
public final class Meanings {

    /** Some 36 MB at most. */
    private static final int REMEMBERED = 12_000;

    private final SentenceVectors vectors;
    private final Map<String, float[]> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Meanings(SentenceVectors vectors) {
        this.vectors = vectors;
    }

    public float[] of(String text) {
        return of(List.of(text)).getFirst();
    }

    public List<float[]> of(List<String> texts) {
        Map<String, float[]> found = new LinkedHashMap<>();
        List<String> missing;
        synchronized (known) {
            for (String text : texts) {
                float[] vector = known.get(text);
                if (vector != null) {
                    found.put(text, vector);
                }
            }
            missing = texts.stream().filter(text -> !found.containsKey(text)).distinct().toList();
        }
        List<float[]> made = vectors.of(missing);
        synchronized (known) {
            for (int i = 0; i < missing.size(); i++) {
                found.put(missing.get(i), made.get(i));
                known.put(missing.get(i), made.get(i));
            }
        }
        return texts.stream().map(text -> java.util.Objects.requireNonNull(found.get(text))).toList();
    }
}
