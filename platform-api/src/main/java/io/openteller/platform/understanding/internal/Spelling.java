package io.openteller.platform.understanding.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sets aside what a writer is free to choose: case, apostrophes, American endings, marks of Devanagari, a drawn-out letter. */
final class Spelling {

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´‘]");
    private static final Pattern JOINERS = Pattern.compile("[\\u200b-\\u200d\\u2060\\ufeff\\u00ad]");
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f]");
    private static final Pattern DRAWN_OUT = Pattern.compile("([a-z])\\1{2,}");
    private static final Pattern AMERICAN = Pattern.compile("(?<=[a-z]{3})iz(?=e$|ed$|es$|er$|ing$|ation$)");

    private Spelling() {}

    static String plain(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (isAscii(plain)) {
            plain = plain.indexOf('\'') < 0 && plain.indexOf('`') < 0 ? plain : APOSTROPHES.matcher(plain).replaceAll("");
        } else {
            plain = Normalizer.normalize(plain, Normalizer.Form.NFKD);
            plain = JOINERS.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll("");
            plain = ACCENTS.matcher(plain).replaceAll("");
            // Nukta and candrabindu are left out or replaced as often as written; so is the y between two vowels.
            plain = plain.replace("\u093c", "").replace('ँ', 'ं').replace("यी", "ई").replace("िये", "िए");
            plain = plain.endsWith("ये") && plain.length() > 2 ? plain.substring(0, plain.length() - 2) + "ए" : plain;
        }
        plain = DRAWN_OUT.matcher(plain).replaceAll("$1");
        return AMERICAN.matcher(plain).replaceAll("is");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
