package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.List;

/** Parts of a sentence that may each have a source of its own. */
final class Parts {

    private Parts() {}

    /** What follows a part, with the names that the part began with: they are still spoken of. */
    static Sentence after(Sentence whole, Sentence first, int from) {
        Sentence rest = whole.part(from, whole.text().length());
        int figure = first.figures().isEmpty() ? Integer.MAX_VALUE : first.figures().getFirst().start();
        List<Word> words = new ArrayList<>();
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

    static boolean isStatement(Sentence part) {
        return contentOf(part) + part.figures().size() >= 2;
    }

    static long contentOf(Sentence part) {
        return part.words().stream().filter(word -> !word.isLent() && word.isContent()).count();
    }
}
