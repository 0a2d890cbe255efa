package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.WordVectors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of texts as vectors that know the words around them, remembered. Safe for concurrent use. */
final class WordMeanings {

    /** Some 60 MB at most. */
    private static final int REMEMBERED = 2_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:[.,:'’][\\p{L}\\p{M}\\p{Nd}]+)*|[£$€₹%]");

    private final WordVectors vectors;
    private final Map<String, Words> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Words> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param vectors of length one, one for each word */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Words(List<String> texts, float[][] vectors) {}

    WordMeanings(WordVectors vectors) {
        this.vectors = vectors;
    }

    Words of(String text) {
        synchronized (known) {
            Words found = known.get(text);
            if (found != null) {
                return found;
            }
        }
        List<MatchResult> words = WORD.matcher(text).results().toList();
        Words made = new Words(
                words.stream().map(MatchResult::group).toList(),
                vectors.of(
                        text,
                        words.stream().mapToInt(MatchResult::start).toArray(),
                        words.stream().mapToInt(MatchResult::end).toArray()));
        synchronized (known) {
            known.put(text, made);
        }
        return made;
    }
}
