package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Mood;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Hears the mood in the phrases of the files under {@code mood}, and in a message that is shouted. */
@Singleton
class Moods {

    private static final Pattern EXCLAIMED = Pattern.compile("[!?]{3,}");

    /** Below this many letters capitals are an abbreviation such as EMI, not a raised voice. */
    private static final int SHOUT = 15;

    private final PhraseList upset = new PhraseList("mood/upset.txt", Map.of());
    private final PhraseList worried = new PhraseList("mood/worried.txt", Map.of());

    Mood of(String message) {
        List<Token> words = Token.of(message);
        if (upset.find(message, words).isPresent() || shouted(message)) {
            return Mood.UPSET;
        }
        boolean isWorried = worried.find(message, words).isPresent()
                || EXCLAIMED.matcher(message).find();
        return isWorried ? Mood.WORRIED : Mood.CALM;
    }

    private static boolean shouted(String message) {
        String letters = message.replaceAll("[^A-Za-z]", "");
        return letters.length() >= SHOUT && letters.equals(letters.toUpperCase(Locale.ROOT));
    }
}
