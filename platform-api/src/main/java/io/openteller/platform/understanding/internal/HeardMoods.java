package io.openteller.platform.understanding.internal;

import io.openteller.platform.understanding.Mood;
import io.openteller.platform.understanding.MoodReading;
import io.openteller.platform.understanding.Moods;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Adds up what speaks of frustration: turns of phrase, single words, swearing, capitals, exclamation marks, saying the same
 * again, and how it sounded before. Each leaves a part of the remaining calm; no single word is enough.
 */
@Singleton
public final class HeardMoods implements Moods {

    private static final double UPSET = 0.5;

    private static final double TURN_OF_PHRASE = 0.55;
    private static final double WORD = 0.3;
    private static final double SWEARING = 0.4;
    private static final double CAPITALS = 0.4;
    private static final double EXCLAIMED = 0.2;
    private static final double AGAIN = 0.15;
    private static final double REPEATED = 0.35;
    private static final double REPHRASED = 0.2;
    /** How much of an earlier message's frustration is left when the next one is written. */
    private static final double LINGERS = 0.4;

    private static final int EARLIER = 5;

    private static final Pattern MARKS = Pattern.compile("[!?]{3,}|!{2,}");
    private static final Pattern QUESTIONED = Pattern.compile("[!?]{3,}");

    private final PhraseList angry = new PhraseList("mood/angry.txt", Map.of());
    private final PhraseList annoyed = new PhraseList("mood/annoyed.txt", Map.of());
    private final PhraseList profane = new PhraseList("mood/profane.txt", Map.of());
    private final PhraseList again = new PhraseList("mood/again.txt", Map.of());
    private final PhraseList worried = new PhraseList("mood/worried.txt", Map.of());

    @Override
    public MoodReading of(List<String> messages) {
        if (messages.isEmpty()) {
            return MoodReading.CALM;
        }
        List<String> said = messages.subList(Math.max(0, messages.size() - EARLIER - 1), messages.size());
        String last = said.getLast();
        List<String> before = said.subList(0, said.size() - 1);
        Cues cues = heard(last);
        repetition(last, before, cues);
        double lingering =
                before.stream().mapToDouble(message -> heard(message).frustration()).max().orElse(0);
        if (lingering > 0) {
            cues.add(LINGERS * lingering, "earlier messages sounded so too");
        }
        return new MoodReading(mood(last, cues), cues.frustration(), List.copyOf(cues.because));
    }

    private Mood mood(String last, Cues cues) {
        if (cues.frustration() >= UPSET && !cues.oneWord()) {
            return Mood.UPSET;
        }
        boolean isWorried = worried.find(last, Token.of(last)).isPresent()
                || QUESTIONED.matcher(last).find();
        return isWorried ? Mood.WORRIED : Mood.CALM;
    }

    private Cues heard(String message) {
        List<Token> tokens = Token.of(message);
        Cues cues = new Cues();
        List<String> phrases = angry.all(message, tokens);
        for (String words : phrases) {
            cues.add(TURN_OF_PHRASE, "“" + words + "”");
        }
        for (String word : annoyed.all(message, tokens)) {
            if (phrases.stream().noneMatch(words -> words.contains(word))) {
                cues.addWord(WORD, word);
            }
        }
        for (String word : profane.all(message, tokens)) {
            cues.addWord(SWEARING, word);
        }
        if (Shouting.in(message)) {
            cues.add(CAPITALS, "written in capitals");
        }
        if (MARKS.matcher(message).find()) {
            cues.add(EXCLAIMED, "exclamation marks");
        }
        if (again.find(message, tokens).isPresent()) {
            cues.add(AGAIN, "says that it is not the first time");
        }
        return cues;
    }

    private static void repetition(String last, List<String> before, Cues cues) {
        double most = before.stream().mapToDouble(message -> Likeness.of(last, message)).max().orElse(0);
        long alike = before.stream().filter(message -> Likeness.of(last, message) >= Likeness.SAME).count();
        if (alike > 0) {
            cues.add(1 - Math.pow(1 - REPEATED, alike), "asked the same " + (alike + 1) + " times");
        } else if (most >= Likeness.REPHRASED) {
            cues.add(REPHRASED, "asked before in other words");
        }
    }

    /** What was heard, each with how much calm it takes away. */
    private static final class Cues {
        private final List<String> because = new ArrayList<>();
        private double calm = 1;
        private int words;

        private void add(double weight, String what) {
            calm *= 1 - weight;
            because.add(what);
        }

        private void addWord(double weight, String word) {
            words++;
            add(weight, "“" + word + "”");
        }

        private double frustration() {
            return 1 - calm;
        }

        private boolean oneWord() {
            return words == 1 && because.size() == 1;
        }
    }
}
