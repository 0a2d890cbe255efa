package io.openteller.platform.understanding.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How much of what one message says another says too, by its words; filler and word endings do not count. */
final class Likeness {

    /** From here two messages ask the same. */
    static final double SAME = 0.75;

    /** From here one may be the other in other words. */
    static final double REPHRASED = 0.45;

    private static final int STEM = 5;
    private static final int SHORTEST = 3;

    private Likeness() {}

    static double of(String one, String other) {
        Set<String> first = stems(one);
        Set<String> second = stems(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        int larger = Math.max(first.size(), second.size());
        return both.size() / (double) larger;
    }

    private static Set<String> stems(String message) {
        return Token.of(message).stream()
                .map(Token::word)
                .filter(word -> word.length() >= SHORTEST)
                .map(word -> word.substring(0, Math.min(STEM, word.length())))
                .collect(Collectors.toSet());
    }
}
