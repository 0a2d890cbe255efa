package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.SentenceVectors;
import io.openteller.platform.embedding.TextHash;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Vectors of sentences and words, remembered by what the texts hash to: most questions are about what others asked before, and no
 * text is kept. Safe for concurrent use.
 */
public final class Meanings {

    /** Some 36 MB at most. */
    private static final int REMEMBERED = 12_000;

    private final SentenceVectors vectors;
    private final Map<TextHash, float[]> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TextHash, float[]> eldest) {
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
        List<TextHash> hashes = texts.stream().map(TextHash::of).toList();
        Map<TextHash, float[]> found = new HashMap<>();
        Map<TextHash, String> missing = new LinkedHashMap<>();
        synchronized (known) {
            for (int i = 0; i < texts.size(); i++) {
                float[] vector = known.get(hashes.get(i));
                if (vector == null) {
                    missing.put(hashes.get(i), texts.get(i));
                } else {
                    found.put(hashes.get(i), vector);
                }
            }
        }
        if (!missing.isEmpty()) {
            Iterator<float[]> made = vectors.of(List.copyOf(missing.values())).iterator();
            missing.keySet().forEach(hash -> found.put(hash, made.next()));
            synchronized (known) {
                missing.keySet().forEach(hash -> known.put(hash, Objects.requireNonNull(found.get(hash))));
            }
        }
        return hashes.stream().map(hash -> Objects.requireNonNull(found.get(hash))).toList();
    }
}
