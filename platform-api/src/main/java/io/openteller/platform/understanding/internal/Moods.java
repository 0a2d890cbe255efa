package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Mood;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.regex.Pattern;

/** Hears the mood in the phrases of {@code mood-phrases.txt}, and in a message that is shouted. */
@Singleton
class Moods {

    private static final Pattern EXCLAIMED = Pattern.compile("[!?]{3,}");

    /** Below this many letters capitals are an abbreviation such as EMI, not a raised voice. */
    private static final int SHOUT = 15;

    private final PhraseList<Mood> phrases = new PhraseList<>(Mood.class, "mood-phrases.txt");

    Mood of(String message) {
        String words = Words.spaced(message);
        if (phrases.find(Mood.UPSET, words).isPresent() || shouted(message)) {
            return Mood.UPSET;
        }
        boolean worried = phrases.find(Mood.WORRIED, words).isPresent()
                || EXCLAIMED.matcher(message).find();
        return worried ? Mood.WORRIED : Mood.CALM;
    }

    private static boolean shouted(String message) {
        String letters = message.replaceAll("[^A-Za-z]", "");
        return letters.length() >= SHOUT && letters.equals(letters.toUpperCase(Locale.ROOT));
    }
}
