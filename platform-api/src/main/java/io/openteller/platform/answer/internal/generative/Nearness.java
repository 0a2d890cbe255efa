package io.openteller.platform.answer.internal.generative;

import io.openteller.platform.retrieval.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a sentence is in the words of the texts that it names. Of one that is in another language altogether only the
 * figures could be held against them, and that is not enough.
 */
final class Nearness {

    private static final int STEM = 4;
    private static final double ENOUGH = 0.4;

    private Nearness() {}

    static boolean isNear(String sentence, List<Passage> texts) {
        Set<String> said = stems(sentence);
        Set<String> known = new HashSet<>();
        texts.forEach(text -> known.addAll(stems(text.title() + " " + text.heading() + " " + text.text())));
        long shared = said.stream().filter(known::contains).count();
        return shared >= ENOUGH * said.size();
    }

    /** The first letters of words and figures: the same word in another form begins alike in most languages. */
    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
            if (word.length() > 1) {
                stems.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        return stems;
    }
}
