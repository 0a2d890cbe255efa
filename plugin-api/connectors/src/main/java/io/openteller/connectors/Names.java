package io.openteller.connectors;

import java.util.regex.Pattern;

/** What an expression speaks of, read off its text: the library shows nobody its tree. */
final class Names {

    private static final Pattern NOT_CODE =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|/\\*.*?\\*/", Pattern.DOTALL);

    private Names() {}

    /** Without its texts and comments. */
    static String code(String expression) {
        return NOT_CODE.matcher(expression).replaceAll(" ");
    }

    static boolean uses(String expression, String name) {
        return Pattern.compile("(?<![\\w.$`])" + name + "\\b(?!`)").matcher(code(expression)).find();
    }
}
