package io.openteller.platform.retrieval.internal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is looked for, in parts: a long message says many things, and a passage about one of them is about none of the rest. */
final class Question {

    private static final int SHORT = 300;
    private static final int LONGEST = 12_000;
    private static final int PART = 60;

    private Question() {}

    /** The whole first, if it is short; else its sentences. Never a blank one. */
    static List<String> parts(String words) {
        String text = words.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.length() <= SHORT) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.substring(0, Math.min(text.length(), LONGEST)).split("\\R")) {
            BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
            sentences.setText(line);
            int from = sentences.first();
            for (int to = sentences.next(); to != BreakIterator.DONE; from = to, to = sentences.next()) {
                open.append(open.isEmpty() ? "" : " ").append(line.substring(from, to).strip());
                if (open.length() >= PART) {
                    parts.add(open.toString());
                    open.setLength(0);
                }
            }
        }
        if (!open.toString().isBlank()) {
            parts.add(open.toString().strip());
        }
        return parts;
    }
}
