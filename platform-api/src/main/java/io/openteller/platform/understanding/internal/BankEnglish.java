package io.openteller.platform.understanding.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of the English starter messages: terse English of banks looks like anything to statistics of letters. */
final class BankEnglish {

    private static final int SHORTEST = 3;
    private static final double ENOUGH = 0.5;

    private final Set<String> words = new HashSet<>();

    BankEnglish() {
        for (Intent intent : Intent.starters()) {
            for (Intent.Example example : intent.examples()) {
                if (example.language().equals("en")) {
                    words.addAll(Words.of(example.text()));
                }
            }
        }
    }

    /** Whether half of the longer words are known. */
    boolean isLikely(List<String> message) {
        long longer = message.stream().filter(BankEnglish::counts).count();
        long known = message.stream()
                .filter(word -> counts(word) && words.contains(word))
                .count();
        return longer > 0 && known >= ENOUGH * longer;
    }

    private static boolean counts(String word) {
        return word.length() >= SHORTEST && Character.isLetter(word.charAt(0));
    }
}
