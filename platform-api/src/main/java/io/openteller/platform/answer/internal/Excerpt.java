package io.openteller.platform.answer.internal;

import io.openteller.platform.embedding.Embeddings;
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

    private final Embeddings embeddings;

    Excerpt(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    String of(String passage, String question) {
        if (passage.length() <= SHORT_ENOUGH) {
            return passage;
        }
        List<String> pieces = pieces(passage);
        double[] fit = fit(pieces, question);
        List<Integer> best = IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -fit[i]))
                .limit(PIECES)
                .sorted()
                .toList();
        StringBuilder text = new StringBuilder();
        for (int i : best) {
            boolean item = pieces.get(i).startsWith("-") || pieces.get(i).startsWith("|");
            text.append(text.isEmpty() ? "" : item ? "\n" : " ").append(pieces.get(i));
        }
        return text.toString();
    }

    /** By meaning and by shared words; a piece with a figure is what most questions are after. */
    private double[] fit(List<String> pieces, String question) {
        Set<String> asked = stems(question);
        float[] meant = embeddings.embed(question);
        List<float[]> meanings = embeddings.embed(pieces);
        double[] fit = new double[pieces.size()];
        for (int i = 0; i < fit.length; i++) {
            double shared = asked.isEmpty() ? 0 : (double) overlap(pieces.get(i), asked) / asked.size();
            double figure = pieces.get(i).matches("(?s).*\\p{Nd}.*") ? 0.1 : 0;
            fit[i] = cosine(meant, meanings.get(i)) + shared + figure;
        }
        return fit;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
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
