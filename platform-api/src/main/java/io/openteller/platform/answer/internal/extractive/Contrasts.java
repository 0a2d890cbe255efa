package io.openteller.platform.answer.internal.extractive;

import io.openteller.platform.embedding.Remembered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that exclude each other ("debit card" and "credit card", "abroad" and "in the UK"): a sentence about the one does not
 * answer a question about the other, however alike they sound. The lists are in {@code resources/answer/contrasts.txt}.
 */
final class Contrasts {

    /** Each line its alternatives, each alternative the words that name it. */
    private static final List<List<Pattern>> LINES = ResourceText.lines("/answer/contrasts.txt").stream()
            .map(Contrasts::alternatives)
            .toList();

    /** Sentences and headings of documents are held against one question after the other. */
    private static final int REMEMBERED = 50_000;

    private static final Remembered<List<BitSet>> KNOWN = new Remembered<>(REMEMBERED);

    private final List<BitSet> asked;

    private Contrasts(List<BitSet> asked) {
        this.asked = asked;
    }

    static Contrasts in(String question) {
        return new Contrasts(named(question));
    }

    /**
     * In how many lines what is said and what is asked meet.
     *
     * @param same both name the same alternative
     * @param against the sentence names another one
     * @param againstAbove the sentence names none, and its title or heading another one
     * @param lacking the question names one, and neither sentence nor heading any
     * @param beyond the question names none, and the sentence does; half where only the heading does
     */
    record Told(int same, int against, int againstAbove, int lacking, double beyond) {}

    Told of(String sentence, String heading) {
        List<BitSet> here = named(sentence);
        List<BitSet> above = named(heading);
        int same = 0;
        int against = 0;
        int againstAbove = 0;
        int lacking = 0;
        double beyond = 0;
        for (int i = 0; i < asked.size(); i++) {
            boolean own = !here.get(i).isEmpty();
            BitSet said = own ? here.get(i) : above.get(i);
            if (asked.get(i).isEmpty()) {
                beyond += own ? 1 : said.isEmpty() ? 0 : 0.5;
            } else if (said.isEmpty()) {
                lacking++;
            } else if (said.intersects(asked.get(i))) {
                same++;
            } else if (own) {
                against++;
            } else {
                againstAbove++;
            }
        }
        return new Told(same, against, againstAbove, lacking, beyond);
    }

    private static List<BitSet> named(String text) {
        return KNOWN.of(text, Contrasts::read);
    }

    private static List<BitSet> read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<BitSet> named = new ArrayList<>();
        for (List<Pattern> line : LINES) {
            BitSet found = new BitSet();
            for (int i = 0; i < line.size(); i++) {
                found.set(i, line.get(i).matcher(lower).find());
            }
            named.add(found);
        }
        return named;
    }

    private static List<Pattern> alternatives(String line) {
        return Arrays.stream(line.split("\\|"))
                .map(words -> Arrays.stream(words.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{Nd}-])(?:", ")(?![\\p{L}\\p{Nd}])")))
                .map(Pattern::compile)
                .toList();
    }
}
