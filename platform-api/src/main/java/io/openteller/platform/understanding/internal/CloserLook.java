package io.openteller.platform.understanding.internal;

import com.github.pemistahl.lingua.api.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Compares a few languages by groups of one to five letters; what is known of a language is read when first needed, and stays. */
final class CloserLook {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

    private final Map<Language, LetterStatistics> read = new ConcurrentHashMap<>();

    /** The likeliest of at least one. */
    Language among(List<Language> some, String text) {
        String[] words = NO_LETTERS.split(text.toLowerCase(Locale.ROOT));
        Language best = some.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Language language : some) {
            double score = score(read.computeIfAbsent(language, LetterStatistics::of), words);
            if (score > most) {
                most = score;
                best = language;
            }
        }
        return best;
    }

    private static double score(LetterStatistics language, String[] words) {
        double sum = 0;
        int known = 0;
        Set<String> seen = new HashSet<>();
        for (int length = 1; length <= LetterStatistics.LONGEST; length++) {
            for (String word : words) {
                for (int from = 0; from + length <= word.length(); from++) {
                    String letters = word.substring(from, from + length);
                    if (seen.add(letters)) {
                        sum += language.of(letters);
                        known += length == 1 && language.knows(letters) ? 1 : 0;
                    }
                }
            }
        }
        return sum / Math.max(1, known);
    }
}
