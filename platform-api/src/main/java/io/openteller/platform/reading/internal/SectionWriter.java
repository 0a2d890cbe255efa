package io.openteller.platform.reading.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.util.ArrayList;
import java.util.List;

/** Gathers lines under headings into passages, and cuts those that grow too long. */
final class SectionWriter {

    /** Longer passages say too many things to be found by one. */
    private static final int LONGEST = 1_200;

    private final List<Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final String title;
    private String heading;
    private String place = "";
    private boolean pair;

    SectionWriter(String title) {
        this.title = title;
        this.heading = title;
    }

    /** What follows stands under it. A heading that asks something makes a question and its answer. */
    void heading(String said, String at) {
        cut();
        heading = said.isBlank() ? title : said.strip();
        place = at;
        pair = isQuestion(heading);
    }

    /** What follows stands there. */
    void place(String at) {
        if (!place.equals(at)) {
            cut();
            place = at;
        }
    }

    void line(String said) {
        String rest = said.strip();
        if (rest.isEmpty()) {
            return;
        }
        if (text.length() + rest.length() > LONGEST) {
            cut();
        }
        while (rest.length() > LONGEST) {
            int end = endOfSentence(rest);
            text.append(rest, 0, end);
            cut();
            rest = rest.substring(end).strip();
        }
        text.append(text.isEmpty() ? "" : "\n").append(rest);
    }

    void pair(String question, String answer, String at) {
        heading(question, at);
        pair = true;
        line(answer);
        cut();
        heading = title;
        pair = false;
    }

    List<Section> finished() {
        cut();
        return List.copyOf(sections);
    }

    static boolean isQuestion(String heading) {
        return heading.length() > 5 && heading.matches("(?s).*[?？؟]\\s*");
    }

    private void cut() {
        String said = text.toString().strip();
        text.setLength(0);
        if (!said.isEmpty()) {
            sections.add(new Section(heading, said, place, pair));
        }
    }

    /** The last end of a sentence, or of a word, that fits. */
    private static int endOfSentence(String text) {
        for (int i = LONGEST; i > LONGEST / 2; i--) {
            if (".!?।。".indexOf(text.charAt(i - 1)) >= 0 && Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return space > LONGEST / 2 ? space : LONGEST;
    }
}
