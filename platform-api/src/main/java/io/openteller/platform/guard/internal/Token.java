package io.openteller.platform.guard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, a number, a sign or a line break, and where it stands. */
record Token(int start, int end, String text) {

    private static final Pattern TOKEN = Pattern.compile(
            "\\p{L}[\\p{L}\\p{M}]*(?:['’](?!(?:s|re|t|m|ll|ve|d)\\b)\\p{L}[\\p{L}\\p{M}]*)?|['’](?:s|re|t|m|ll|ve|d)\\b|\\p{Nd}+|(?:^|\\n)[\\s>?*#•|-]*|[^\\s]");

    private static final Pattern BULLETS = Pattern.compile("[\\s>?*#•|-]+");

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            boolean lineStart = !matcher.group().isBlank() || matcher.group().contains("\n");
            if (lineStart && matcher.end() > matcher.start()) {
                boolean bullet = matcher.group().contains("\n") || matcher.start() == 0 && BULLETS.matcher(matcher.group()).matches();
                tokens.add(new Token(matcher.start(), matcher.end(), bullet ? "\n" : matcher.group()));
            }
        }
        return tokens;
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
