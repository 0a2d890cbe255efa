package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence as something that speaks of things: its words as terms, its figures with the charge that is none.
 *
 * @param plain as long as the text
 * @param figures in the order of the text, without those that only name what is spoken of
 */
record Spoken(String text, String plain, List<Word> words, List<Figure> named, List<Figure> figures) {

    /** Words without content of their own that tell one thing from another. */
    private static final Set<String> TELLING = Set.of("own", "other", "others", "same", "next");
    private static final Pattern ORDINAL = Pattern.compile("\\b(?:first|second|third|fourth|fifth|1st|2nd|3rd)\\b");

    private static final Pattern PAYING = Pattern.compile("pays?|paying");

    static Spoken of(Sentence sentence) {
        String plain = Plain.of(sentence.text());
        List<Figure> named = sentence.figures().stream().filter(figure -> Charges.isName(plain, figure)).toList();
        return new Spoken(sentence.text(), plain, sentence.words(), named, Charges.read(plain, sentence.figures()));
    }

    static Spoken of(String text) {
        return of(Sentence.of(text, "", Set.of(), 0));
    }

    Set<String> terms() {
        return terms(0, text.length());
    }

    /** Stems of what a part speaks of: content words, verbs of two words, ordinals, and a length that names, as in two-year bond. */
    Set<String> terms(int from, int to) {
        Set<String> terms = new LinkedHashSet<>();
        if (from >= to) {
            return terms;
        }
        for (Word word : words) {
            if (word.start() < from || word.end() > to) {
                continue;
            }
            if (TELLING.contains(word.plain())) {
                terms.add(word.plain().replace("others", "other"));
            } else if (word.plain().equals("credited") || word.plain().equals("debited")) {
                terms.add(Lexicon.canon("pay"));
            } else if (PAYING.matcher(word.plain()).matches() && isPrice(word.end())) {
                terms.add(Lexicon.canon("fee"));
            } else if (word.isContent() && !Words.isNegator(word)) {
                // To refuse is not to accept, where the two stand side by side.
                boolean denies = Lexicon.denied(word.plain()) != null && !word.plain().equals("free");
                terms.add(denies ? Stems.of(word.plain()) : word.canon());
            }
        }
        String part = plain.substring(from, to);
        TwoWordVerbs.in(part, terms);
        for (Matcher match = ORDINAL.matcher(part); match.find(); ) {
            terms.add(match.group());
        }
        named.stream()
                .filter(figure -> figure.start() >= from && figure.end() <= to)
                .forEach(figure -> terms.add(number(figure) + figure.unit()));
        return terms;
    }

    /** To pay £5 is what something costs; a payment is something else. */
    private boolean isPrice(int end) {
        return figures.stream().anyMatch(figure -> figure.start() >= end && figure.start() - end < 3
                && (figure.kind() == Kind.AMOUNT || figure.kind() == Kind.RATE));
    }

    /** All terms and all numbers. */
    Set<String> everything() {
        Set<String> all = terms();
        figures.forEach(figure -> all.add(number(figure)));
        return all;
    }

    static String number(Figure figure) {
        return figure.value().stripTrailingZeros().toPlainString();
    }

    static List<Figure> sorted(Stream<Figure> figures) {
        return figures.sorted(Comparator.comparingInt(Figure::start)).toList();
    }
}
