package io.openteller.platform.understanding.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A message as its words: what remains when case, apostrophes, punctuation and spacing do not matter. */
final class Words {

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private Words() {}

    /** The words with one space between them and one at each end, so that whole words can be looked for. */
    static String spaced(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String joined = APOSTROPHES.matcher(lower).replaceAll("");
        return " " + BETWEEN_WORDS.matcher(joined).replaceAll(" ").strip() + " ";
    }

    static List<String> of(String text) {
        String words = spaced(text).strip();
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
