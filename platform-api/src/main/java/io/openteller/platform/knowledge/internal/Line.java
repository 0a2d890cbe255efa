package io.openteller.platform.knowledge.internal;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import io.openteller.platform.knowledge.internal.Difference.Kind;
import io.openteller.platform.knowledge.internal.Difference.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A line of text in words, numbers with their points and commas, blanks and signs.
 *
 * @param counts of what is not blank
 */
record Line(String text, List<String> tokens, Map<String, Integer> counts, int size) {

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|\\p{N}+(?:[.,]\\p{N}+)*|[\\p{L}\\p{M}]+(?:['’][\\p{L}\\p{M}]+)*|.", Pattern.DOTALL);

    static Line of(String text) {
        List<String> tokens = TOKEN.matcher(text).results().map(MatchResult::group).toList();
        Map<String, Integer> counts = new HashMap<>();
        tokens.stream().filter(token -> !token.isBlank()).forEach(token -> counts.merge(token, 1, Integer::sum));
        return new Line(text, tokens, counts, counts.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** Share of the words of both that they have in common, from 0 to 1. */
    double likeness(Line other) {
        int common = 0;
        for (var one : counts.entrySet()) {
            common += Math.min(one.getValue(), other.counts.getOrDefault(one.getKey(), 0));
        }
        return size + other.size == 0 ? 0 : 2.0 * common / (size + other.size);
    }

    Row changedTo(Line other) {
        List<List<Integer>> gone = new ArrayList<>();
        List<List<Integer>> come = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(tokens, other.tokens).getDeltas()) {
            mark(gone, delta.getSource());
            other.mark(come, delta.getTarget());
        }
        return new Row(Kind.CHANGED, text, other.text, gone, come);
    }

    private void mark(List<List<Integer>> spans, Chunk<String> chunk) {
        if (chunk.size() == 0) {
            return;
        }
        int begin = length(0, chunk.getPosition());
        int end = begin + length(chunk.getPosition(), chunk.getPosition() + chunk.size());
        // Two changed words with only a blank between them are one place.
        if (!spans.isEmpty() && text.substring(spans.getLast().getLast(), begin).isBlank()) {
            begin = spans.removeLast().getFirst();
        }
        spans.add(List.of(begin, end));
    }

    private int length(int from, int to) {
        return tokens.subList(from, to).stream().mapToInt(String::length).sum();
    }
}
