package io.openteller.platform.turn.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two texts, in whatever languages, have the same numbers, currencies and shares: all of them, and no other. */
final class SameFigures {

    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*|[\\p{Sc}%]|\\b[A-Z]{3}\\b");

    private SameFigures() {}

    static boolean in(String one, String other) {
        return figures(one).equals(figures(other));
    }

    private static List<String> figures(String text) {
        List<String> figures = new ArrayList<>();
        Matcher figure = FIGURE.matcher(text);
        while (figure.find()) {
            figures.add(plain(figure.group()));
        }
        Collections.sort(figures);
        return figures;
    }

    /** In the digits that are used most. */
    private static String plain(String figure) {
        StringBuilder plain = new StringBuilder();
        figure.codePoints().forEach(letter -> {
            if (Character.isDigit(letter)) {
                plain.append(Character.digit(letter, 10));
            } else {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString();
    }
}
