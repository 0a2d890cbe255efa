package io.openteller.platform.guard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, a number, a sign or a line break, and where it stands. */
record Token(int start, int end, String text) {

    private static final Pattern TOKEN = Pattern.compile(
            "\\p{L}[\\p{L}\\p{M}]*(?:['’](?!(?:s|re|t|m|ll|ve|d)\\b)\\p{L}[\\p{L}\\p{M}]*)?|['’](?:s|re|t|m|ll|ve|d)\\b|\\p{Nd}+|(?:^|\\n"
                + ")[\\s>?*#•|-]*|[^\\s]");

    /** A line break. */
    static final String LINE = "\n";

    /** A line break, or the beginning, with the sign of a list after it. */
    static final String ITEM = "\n*";

    private static final Pattern BULLETS = Pattern.compile("[\\s>?*#•|-]+");

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            String found = matcher.group();
            boolean line = found.contains("\n")
                    || matcher.start() == 0 && BULLETS.matcher(found).matches();
            if (!found.isBlank() || line) {
                String read = !line ? found : found.isBlank() ? LINE : ITEM;
                tokens.add(new Token(matcher.start(), matcher.end(), read));
            }
        }
        return tokens;
    }

    boolean lineBreak() {
        return text.charAt(0) == '\n';
    }

    boolean capitalised() {
        return Character.isUpperCase(text.charAt(0));
    }

    boolean word() {
        return Character.isLetter(text.charAt(0));
    }

    boolean number() {
        return Character.isDigit(text.charAt(0));
    }
}
