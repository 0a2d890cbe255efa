package io.openteller.platform.knowledge.internal;

import io.openteller.platform.reading.ReadDocument.Section;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Cuts a text into what is compared: its lines, and those of running text into sentences. */
final class Lines {

    private final Locale locale;

    Lines(String language) {
        this.locale = Locale.forLanguageTag(language);
    }

    List<String> of(String markdown) {
        return markdown.lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isBlank())
                .flatMap(this::parts)
                .toList();
    }

    /** What was read from a file, as if it had been written. */
    List<String> of(List<Section> sections) {
        StringBuilder written = new StringBuilder();
        String heading = "";
        for (Section section : sections) {
            if (!section.heading().equals(heading)) {
                heading = section.heading();
                written.append("## ").append(heading).append('\n');
            }
            written.append(section.text()).append('\n');
        }
        return of(written.toString());
    }

    private Stream<String> parts(String line) {
        // Rows of tables, headings and list items stay whole.
        return line.matches("\\s*[|#>-].*") ? Stream.of(line) : sentences(line).stream();
    }

    private List<String> sentences(String line) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(line);
        List<String> sentences = new ArrayList<>();
        int begin = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; begin = end, end = breaks.next()) {
            sentences.add(line.substring(begin, end).stripTrailing());
        }
        return sentences;
    }
}
