package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two sentences laid side by side: the longest row of words that both have, and what stands in the gaps of it. */
final class Alignment {

    /** What one has where the other has something else; either side may be empty. */
    record Gap(List<Word> claimed, List<Word> source) {}

    /** Words from which on the same row is no chance. */
    private static final int LONG = 6;

    private final List<Gap> gaps = new ArrayList<>();
    private final Map<Word, Word> pairs = new IdentityHashMap<>();
    private final double likeness;
    private final double sameness;
    private final double copied;

    private Alignment(List<Word> claimed, List<Word> source) {
        int[][] length = new int[claimed.size() + 1][source.size() + 1];
        for (int i = claimed.size() - 1; i >= 0; i--) {
            for (int j = source.size() - 1; j >= 0; j--) {
                length[i][j] = same(claimed.get(i), source.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        walk(claimed, source, length);
        sameness = 2.0 * length[0][0] / Math.max(1, claimed.size() + source.size());
        int outer = claimed.size() < LONG ? 0 : outer(source);
        copied = 2.0 * length[0][0] / Math.max(1, claimed.size() + source.size() - outer);
        double both = (double) length[0][0];
        likeness = claimed.isEmpty() || source.isEmpty() ? 0 : both / (claimed.size() + source.size()) + both / claimed.size() / 2;
    }

    static Alignment of(Sentence claimed, Sentence source) {
        return new Alignment(spoken(claimed), spoken(source));
    }

    /** The word of the other sentence that a word of one lies beside; null if it lies in a gap. */
    @Nullable Word beside(Word word) {
        return pairs.get(word);
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** 1 for the same words in the same order; a part of a longer sentence is still much like it. */
    double likeness() {
        return likeness;
    }

    /** 1 for the same words in the same order and no others on either side. */
    double sameness() {
        return sameness;
    }

    /** Like sameness, but a copy may leave out what the other sentence begins and ends with. */
    double copied() {
        return copied;
    }

    /** How many words the other has before the first and after the last that both have, where this one has none. */
    private int outer(List<Word> source) {
        int outer = 0;
        for (Gap gap : gaps) {
            boolean ends = !gap.source().isEmpty() && (gap.source().getFirst() == source.getFirst() || gap.source().getLast() == source.getLast());
            outer += ends && gap.claimed().isEmpty() ? gap.source().size() : 0;
        }
        return outer;
    }

    private void walk(List<Word> claimed, List<Word> source, int[][] length) {
        int i = 0;
        int j = 0;
        int gapI = 0;
        int gapJ = 0;
        while (i < claimed.size() && j < source.size()) {
            if (same(claimed.get(i), source.get(j))) {
                close(claimed.subList(gapI, i), source.subList(gapJ, j));
                pairs.put(claimed.get(i), source.get(j));
                pairs.put(source.get(j), claimed.get(i));
                gapI = ++i;
                gapJ = ++j;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        close(claimed.subList(gapI, claimed.size()), source.subList(gapJ, source.size()));
    }

    private void close(List<Word> claimed, List<Word> source) {
        if (!claimed.isEmpty() || !source.isEmpty()) {
            gaps.add(new Gap(claimed, source));
        }
    }

    private static List<Word> spoken(Sentence sentence) {
        return sentence.words().stream()
                .filter(word -> Character.isLetterOrDigit(word.plain().charAt(0)) || word.plain().equals(Words.FIGURE))
                .toList();
    }

    private static boolean same(Word one, Word other) {
        return one.canon().equals(other.canon());
    }
}
