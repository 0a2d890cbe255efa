package io.openteller.platform.answer.internal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The part of a passage that speaks to a question: its own sentences and list items, unchanged and in their order. */
final class Excerpt {

    private static final int SHORT_ENOUGH = 320;
    private static final int PIECES = 3;

    private Excerpt() {}

    static String of(String passage, String question) {
        if (passage.length() <= SHORT_ENOUGH) {
            return passage;
        }
        List<String> pieces = pieces(passage);
        Set<String> asked = stems(question);
        List<Integer> best = IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -overlap(pieces.get(i), asked))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PIECES)
                .filter(i -> overlap(pieces.get(i), asked) > 0)
                .sorted()
                .toList();
        if (best.isEmpty()) {
            return pieces.getFirst();
        }
        StringBuilder text = new StringBuilder();
        for (int i : best) {
            boolean item = pieces.get(i).startsWith("-") || pieces.get(i).startsWith("|");
            text.append(text.isEmpty() ? "" : item ? "\n" : " ").append(pieces.get(i));
        }
        return text.toString();
    }

    private static List<String> pieces(String passage) {
        List<String> pieces = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : passage.lines().toList()) {
            String stripped = line.strip();
            boolean item = stripped.matches("([-*•|]|\\d+\\.).*");
            if (item || stripped.isEmpty()) {
                sentences(paragraph, pieces);
            }
            if (item && !stripped.matches("[|:\\s-]+")) {
                pieces.add(stripped);
            } else if (!item) {
                paragraph.append(' ').append(stripped);
            }
        }
        sentences(paragraph, pieces);
        return pieces.isEmpty() ? List.of(passage) : pieces;
    }

    private static void sentences(StringBuilder paragraph, List<String> pieces) {
        String text = paragraph.toString().strip();
        paragraph.setLength(0);
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(text);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                pieces.add(sentence);
            }
        }
    }

    private static int overlap(String piece, Set<String> asked) {
        Set<String> shared = stems(piece);
        shared.retainAll(asked);
        return shared.size();
    }

    /** First five letters of the words that carry meaning: enough to match "fees" with "fee" in any script. */
    private static Set<String> stems(String text) {
        Set<String> stems = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+")) {
            if (word.length() > 2) {
                stems.add(word.substring(0, Math.min(5, word.length())));
            }
        }
        return stems;
    }
}
