package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of products and places in the evidence. What is said of one of them does not hold for another, and a sentence without a
 * name speaks of the one that the sentence before it in its paragraph names.
 */
final class Names {

    private static final Set<String> OF_ALL = Set.of("both", "either", "all", "any", "every", "each");

    private final Set<String> known;

    private Names(Set<String> known) {
        this.known = known;
    }

    static Names of(List<Sentence> sources) {
        Set<String> known = new HashSet<>();
        sources.forEach(source -> collect(source, known));
        // What is also written small is a kind of thing and not a name.
        sources.forEach(source -> source.words().stream()
                .filter(word -> !word.isLent() && Character.isLowerCase(source.text().charAt(word.start())))
                .forEach(word -> known.remove(word.canon())));
        return new Names(known);
    }

    /** The sentences of one text with what each is about. */
    static List<Sentence> carried(List<Sentence> sentences, String text) {
        Names names = of(sentences);
        List<Sentence> told = new ArrayList<>();
        Set<String> carried = Set.of();
        int last = 0;
        for (Sentence sentence : sentences) {
            boolean continues = sentence.offset() > last && text.substring(last, sentence.offset()).indexOf('\n') < 0;
            Set<String> own = names.in(sentence);
            boolean general = sentence.words().stream().anyMatch(word -> OF_ALL.contains(word.plain()));
            carried = !own.isEmpty() ? own : continues ? carried : Set.of();
            told.add(sentence.about(own.isEmpty() && general ? Set.of() : carried));
            last = sentence.offset();
        }
        return told;
    }

    /** A name in the reply where the source speaks of another. */
    List<Failing> exchanged(Sentence claimed, Sentence source) {
        Set<String> said = in(claimed);
        if (source.subject().isEmpty() || said.containsAll(source.subject())) {
            return List.of();
        }
        return claimed.words().stream()
                .filter(word -> said.contains(word.canon()) && !source.subject().contains(word.canon())
                        && !source.canons().contains(word.canon()))
                .findFirst()
                .map(word -> new Failing(Kind.SUBJECT, Math.max(0, word.start()), Math.max(1, word.end()),
                        "The source does not say this of “" + word.plain() + "”."))
                .stream()
                .toList();
    }

    private Set<String> in(Sentence sentence) {
        Set<String> in = new HashSet<>(sentence.canons());
        in.retainAll(known);
        return in;
    }

    /** Words with a capital inside a sentence, and the first word before such a one; neither abbreviations nor what the rivals know. */
    private static void collect(Sentence source, Set<String> into) {
        List<Word> words = source.words();
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            boolean begins = i + 1 < words.size() && words.get(i + 1).proper() && word.isContent() && !word.isLent()
                    && Character.isUpperCase(source.text().charAt(word.start()));
            if ((word.proper() || begins) && !word.isLent() && !isAbbreviation(source, word)
                    && !Lexicon.isGeneral(word.canon()) && !Lexicon.distinguishes(word.canon())) {
                into.add(word.canon());
            }
        }
    }

    private static boolean isAbbreviation(Sentence source, Word word) {
        return source.text().substring(word.start(), word.end()).chars().skip(1).noneMatch(Character::isLowerCase);
    }
}
