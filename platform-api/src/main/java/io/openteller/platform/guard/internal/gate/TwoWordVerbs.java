package io.openteller.platform.guard.internal.gate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Verbs that mean something only together with a particle, which is no content word: take out, pay in, pay back. */
final class TwoWordVerbs {

    private static final String BETWEEN = " (?:[\\p{L}£$€₹\\d,.]+ ){0,4}?";
    private static final Map<Pattern, String> MEANINGS = new LinkedHashMap<>();

    static {
        meaning("withdraw", "(?:tak(?:e|es|ing|en)|draw(?:ing|s)?)" + BETWEEN + "out");
        meaning("deposit", "(?:pa(?:y|ys|ying|id)|put|puts|putting)" + BETWEEN + "in(?:to)?\\b(?! (?:a|any|the) (?:branch|month|year))");
        meaning("deposit", "top(?:ping|ped|s)?[ -]up");
        meaning("repay", "pa(?:y|ys|ying|id)" + BETWEEN + "(?:back|off)");
        meaning("receive", "(?:comes?|coming) in");
    }

    private TwoWordVerbs() {}

    static void in(String plain, Set<String> into) {
        MEANINGS.forEach((pattern, meaning) -> {
            if (pattern.matcher(plain).find()) {
                into.add(meaning);
            }
        });
    }

    private static void meaning(String meaning, String words) {
        MEANINGS.put(Pattern.compile("\\b" + words + "\\b"), Lexicon.canon(meaning));
    }
}
