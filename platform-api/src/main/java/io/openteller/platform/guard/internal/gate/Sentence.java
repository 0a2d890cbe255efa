package io.openteller.platform.guard.internal.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sentence, list item or table row.
 *
 * @param lead what introduces it and is part of what it says, such as the line above a list
 * @param around words that it may take for granted: title, headings, the sentences before it
 * @param offset where the text stands in what it was cut from
 * @param canons of its words
 * @param subject the names of what it is about, its own or those of the sentence before it; only in evidence
 */
record Sentence(
        String text, String lead, Set<String> around, int offset, List<Word> words, List<Figure> figures, Set<String> canons,
        Set<String> subject) {

    Sentence(String text, String lead, Set<String> around, int offset, List<Word> words, List<Figure> figures) {
        this(text, lead, around, offset, words, figures, words.stream().map(Word::canon).collect(Collectors.toSet()), Set.of());
    }

    /** The same, about these names. */
    Sentence about(Set<String> names) {
        return new Sentence(text, lead, around, offset, words, figures, canons, Set.copyOf(names));
    }

    static Sentence of(String text, String lead, Set<String> around, int offset) {
        List<Figure> figures = FigureReader.read(text);
        return new Sentence(text, lead, around, offset, Words.of(text, lead, figures), figures);
    }

    /** A part of this one, whose positions are still those of this one. */
    Sentence part(int from, int to) {
        return new Sentence(
                text,
                lead,
                around,
                offset,
                words.stream().filter(word -> word.isLent() || word.start() >= from && word.end() <= to).toList(),
                figures.stream().filter(figure -> figure.start() >= from && figure.end() <= to).toList());
    }
}
