package io.openteller.platform.llm.internal.asking;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How near two answers are: the share of words that both have, 0 to 1 (the harmonic mean of both shares). Says nothing about
 * which of the two is right.
 */
final class Agreement {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Agreement() {}

    static double of(String one, String other) {
        Map<String, Integer> words = counted(one);
        Map<String, Integer> others = counted(other);
        int both = words.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), others.getOrDefault(word.getKey(), 0)))
                .sum();
        int all = sum(words) + sum(others);
        return all == 0 ? 1 : 2.0 * both / all;
    }

    private static int sum(Map<String, Integer> words) {
        return words.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> counted(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }
}
