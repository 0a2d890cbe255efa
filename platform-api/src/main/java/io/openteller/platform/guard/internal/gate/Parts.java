package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts of a sentence that may each have a source of its own. */
final class Parts {

    private static final Set<String> CONDITIONS = Set.of("if", "when", "unless", "once", "until", "after", "before", "without", "with", "except");
    private static final Set<String> SUBJECTS = Set.of("the", "a", "an", "you", "we", "your", "our", "all", "any", "each", "every", "no", "there", "if",
            "for", "in", "on", "with", "from", "after", "before", "when", "some", "most", "both");

    private Parts() {}

    /** What follows a part, with the names that the part began with: they are still spoken of. */
    static Sentence after(Sentence whole, Sentence first, int from) {
        Sentence rest = whole.part(from, whole.text().length());
        int figure = first.figures().isEmpty() ? Integer.MAX_VALUE : first.figures().getFirst().start();
        List<Word> words = new ArrayList<>();
        if (hasSubject(rest)) {
            return rest;
        }
        first.words().stream()
                .filter(word -> word.start() < figure && word.isContent() && !word.negated())
                .filter(word -> !word.isGeneral())
                .limit(3)
                .filter(word -> word.proper() || Lexicon.distinguishes(word.canon()))
                .forEach(word -> words.add(
                        new Word(word.plain(), word.canon(), word.stop(), word.proper(), word.negated(), -1, -1)));
        rest.words().stream().filter(word -> !word.isLent()).forEach(words::add);
        return new Sentence(whole.text(), whole.lead(), whole.around(), whole.offset(), words, rest.figures());
    }

    /** A condition belongs to what it is a condition of. */
    static boolean isConditional(Sentence sentence) {
        return sentence.words().stream()
                .filter(word -> !word.isLent())
                .findFirst()
                .filter(word -> CONDITIONS.contains(word.plain()))
                .isPresent();
    }

    private static boolean hasSubject(Sentence rest) {
        return rest.words().stream()
                .filter(word -> !word.isLent() && !word.plain().matches("\\W|and|but|while|whereas|so"))
                .findFirst()
                .filter(word -> SUBJECTS.contains(word.plain()) || word.proper() || Lexicon.distinguishes(word.canon()))
                .isPresent();
    }

    static boolean isStatement(Sentence part) {
        return contentOf(part) + part.figures().size() >= 2;
    }

    static long contentOf(Sentence part) {
        return part.words().stream().filter(word -> !word.isLent() && word.isContent()).count();
    }
}
