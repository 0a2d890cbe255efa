package io.openteller.platform.embedding;

import java.util.Arrays;
import java.util.Locale;

/**
 * A message as its groups of three letters: what the vectors, which know English, cannot tell apart in other scripts.
 *
 * @param groups sorted, each once
 * @param latin whether most of its letters are Latin
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LetterGroups(long[] groups, boolean latin) {

    public static LetterGroups of(String text) {
        String spaced = " " + text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", " ").strip() + " ";
        int size = Math.max(0, spaced.length() - 2);
        long[] groups = new long[size];
        for (int i = 0; i < size; i++) {
            groups[i] = ((long) spaced.charAt(i) << 32) | ((long) spaced.charAt(i + 1) << 16) | spaced.charAt(i + 2);
        }
        long letters = spaced.codePoints().filter(Character::isLetter).count();
        long latin = spaced.codePoints()
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return new LetterGroups(Arrays.stream(groups).sorted().distinct().toArray(), 2 * latin >= letters);
    }

    /** 0 to 1, twice what both have by what they have together. */
    public double shared(LetterGroups other) {
        int both = 0;
        int at = 0;
        for (long group : groups) {
            while (at < other.groups.length && other.groups[at] < group) {
                at++;
            }
            if (at < other.groups.length && other.groups[at] == group) {
                both++;
            }
        }
        int all = groups.length + other.groups.length;
        return all == 0 ? 0 : 2.0 * both / all;
    }
}
