package io.openteller.platform.answer.internal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a passage into what can be said by itself: sentences, list items and table rows, unchanged and in their order. */
final class Pieces {

    /** BreakIterator takes these for the end of a sentence. */
    private static final String SHORTENED = "(?s).*(?:^|[\\s(])(?:no|nos|st|mr|mrs|ms|dr|rs|approx|e\\.g|i\\.e|incl|min|max|vs)\\.";

    private Pieces() {}

    static List<String> of(String passage) {
        List<String> pieces = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : passage.lines().toList()) {
            String stripped = line.strip();
            boolean item = stripped.matches("([-*•|]|\\d+[.)])\\s.*|\\|.*");
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
        return pieces.isEmpty() ? List.of(passage.strip()) : pieces;
    }

    private static void sentences(StringBuilder paragraph, List<String> pieces) {
        String text = paragraph.toString().strip();
        paragraph.setLength(0);
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ROOT);
        ends.setText(text);
        int start = ends.first();
        for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
            String sentence = text.substring(start, end).strip();
            boolean goesOn = sentence.toLowerCase(Locale.ROOT).matches(SHORTENED) && end < text.length();
            if (!sentence.isEmpty() && !goesOn) {
                pieces.add(sentence);
                start = end;
            }
        }
    }
}
