package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.IntentGuess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Takes a message that asks for several things apart, and completes one that leaves out what the one before has said. */
final class Requests {

    private static final double SURE = 0.5;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_FOLLOW_UP = 9;
    private static final int MOST_OTHERS = 2;
    /** Each part is read by itself, which takes its time. */
    private static final int MOST_PARTS = 4;

    /** What is said in passing is no second request. */
    private static final Set<String> IN_PASSING = Set.of("greeting", "thanks_goodbye", "out_of_scope", "assistant_help");

    private static final Pattern BETWEEN = Pattern.compile(
            "[.!?।;\\n]+\\s*|,?\\s+(?:and\\s+(?:also|then|can|could|please|how|what|when|where|i|my|is|do)|also|plus"
                    + "|aur\\s+(?:bhi|mera|mere|meri|mujhe|kya|ye)|और\\s+(?:भी|मेरा|मेरे|मेरी|मुझे|क्या))\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern GOES_ON = Pattern.compile(
            "^\\s*(?:(?:ok(?:ay)?|and|so)[,\\s]+)*(?:what|how)\\s+about\\b.*|^\\s*and\\s+(?:for|the|my|on|in|from|with)\\b.*"
                    + "|^\\s*(?:the\\s+)?(?:same|other|second)\\b.*|.*\\bthe\\s+other\\s+(?:one|card|account|loan)\\b.*"
                    + "|^\\s*(?:aur|और)\\s.*|.*(?:ka|ki|का|की)\\s+(?:kya|क्या)\\s*[?।]?\\s*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private Requests() {}

    /** What else than {@code first} the message asks for, in its order. */
    static List<IntentGuess> others(String message, IntentGuess first, Function<String, IntentGuess> guesses) {
        List<String> parts = parts(message);
        List<IntentGuess> others = new ArrayList<>();
        if (parts.size() > 1) {
            for (String part : parts) {
                IntentGuess guess = guesses.apply(part);
                boolean isNew = !guess.name().equals(first.name())
                        && others.stream().noneMatch(other -> other.name().equals(guess.name()));
                if (isNew && guess.confidence() >= SURE && !IN_PASSING.contains(guess.name())) {
                    others.add(guess);
                }
            }
        }
        return others.stream().limit(MOST_OTHERS).toList();
    }

    static List<String> parts(String message) {
        return Arrays.stream(BETWEEN.split(message))
                .map(String::strip)
                .filter(part -> Words.of(part).size() >= SHORTEST_PART)
                .distinct()
                .limit(MOST_PARTS)
                .toList();
    }

    /** The guess of the message before, where this one goes on with it and says too little by itself. */
    static IntentGuess inContext(
            String message, IntentGuess own, List<String> earlier, Function<String, IntentGuess> guesses) {
        boolean goesOn = !earlier.isEmpty()
                && Words.of(message).size() <= LONGEST_FOLLOW_UP
                && GOES_ON.matcher(message).matches()
                && own.personShare() < SURE;
        if (!goesOn) {
            return own;
        }
        IntentGuess before = guesses.apply(earlier.getLast());
        return before.confidence() >= SURE && !IN_PASSING.contains(before.name()) ? before : own;
    }
}
