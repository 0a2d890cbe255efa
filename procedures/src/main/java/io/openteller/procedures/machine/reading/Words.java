package io.openteller.procedures.machine.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Messages as words: case, apostrophes, punctuation, spacing and the script of figures do not matter. */
public final class Words {

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`\\u200b-\\u200d]");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    /** Answers and wishes are short; a story is not searched for them beyond its beginning, whatever somebody puts into it. */
    private static final int LONGEST = 400;

    private Words() {}

    /** Lower case, figures as 0 to 9, one form for each letter. Punctuation stays. What is very long is cut off. */
    public static String plain(String text) {
        return whole(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private static String whole(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(lower.length());
        // Hindi writes the nasal before a consonant of the same word in two ways; one of them is kept.
        lower.replace('ँ', 'ं').codePoints().forEach(letter -> {
            int digit = Character.isDigit(letter) ? Character.digit(letter, 10) : -1;
            plain.appendCodePoint(digit < 0 ? letter : '0' + digit);
        });
        return APOSTROPHES.matcher(plain).replaceAll("");
    }

    /** As {@link #spaced}, however long. */
    public static String allSpaced(String text) {
        return " " + BETWEEN.matcher(whole(text)).replaceAll(" ").strip() + " ";
    }

    /** The words with one space between them and one at each end, so that whole words can be looked for. */
    public static String spaced(String text) {
        return " " + BETWEEN.matcher(plain(text)).replaceAll(" ").strip() + " ";
    }

    public static List<String> of(String text) {
        String words = spaced(text).strip();
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    /** A list of phrases, as {@link #spaced} writes them. */
    static Set<String> phrases(String commaSeparated) {
        return Pattern.compile(",")
                .splitAsStream(commaSeparated)
                .map(Words::spaced)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Words in a pattern, written as messages are compared. */
    static Pattern pattern(String regex) {
        return Pattern.compile(Normalizer.normalize(regex, Normalizer.Form.NFKC).replace('ँ', 'ं'));
    }
}
