package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a sentence speaks of what another speaks of: no product, person, way or name in the place of its rival. */
final class SubjectCheck {

    /** Likeness from which on the two are taken for the same sentence with something exchanged. */
    private static final double ALIKE = 0.6;

    private final Sentence claimed;
    private final Sentence source;
    private final Set<String> own;
    private final Set<String> said;
    private final Alignment alignment;

    SubjectCheck(Sentence claimed, Sentence source) {
        this.claimed = claimed;
        this.source = source;
        this.own = source.canons();
        this.said = claimed.canons();
        this.alignment = Alignment.of(claimed, source);
    }

    List<Failing> failing() {
        Set<Failing> failing = new LinkedHashSet<>();
        for (Word word : claimed.words()) {
            if (word.isContent() && !own.contains(word.canon())) {
                strange(word, failing);
            }
        }
        if (alignment.likeness() >= ALIKE) {
            alignment.gaps().forEach(gap -> exchanged(gap, failing));
        }
        if (alignment.likeness() > 0.7) {
            turned(failing);
        }
        return new ArrayList<>(failing);
    }

    private void strange(Word word, Set<Failing> failing) {
        for (String other : own) {
            if (!said.contains(other) && Lexicon.areRivals(word.canon(), other)) {
                failing.add(at(word, "The source says “" + written(other) + "” here."));
                return;
            }
        }
        boolean around = source.around().contains(word.canon());
        boolean name = word.proper() && !word.isGeneral();
        if (!around && (name || Lexicon.distinguishes(word.canon()))) {
            failing.add(at(word, "The source does not speak of “" + word.plain() + "”."));
        } else if (around && name) {
            source.words().stream()
                    .filter(other -> other.proper() && !other.isGeneral() && !said.contains(other.canon())
                            && !source.around().contains(other.canon()))
                    .findFirst()
                    .ifPresent(other -> failing.add(at(word, "The source says this of “" + other.plain() + "”.")));
        }
    }

    /** A word in the very place where the other sentence has another. */
    private void exchanged(Alignment.Gap gap, Set<Failing> failing) {
        for (Word mine : gap.claimed()) {
            for (Word theirs : gap.source()) {
                if (!own.contains(mine.canon()) && Lexicon.areRivals(mine.canon(), theirs.canon())
                        && !said.contains(theirs.canon())) {
                    failing.add(at(mine, "The source says “" + theirs.plain() + "” here."));
                }
            }
        }
        List<Word> mine = telling(gap.claimed(), own);
        List<Word> theirs = telling(gap.source(), said);
        if (!mine.isEmpty() && !theirs.isEmpty() && mine.size() <= 3 && theirs.size() <= 3) {
            failing.add(at(mine.getFirst(), "The source says “" + theirs.getFirst().plain() + "” here."));
        }
    }

    private static List<Word> telling(List<Word> words, Set<String> known) {
        return words.stream()
                .filter(word -> word.isContent() && !word.isGeneral() && !known.contains(word.canon()))
                .toList();
    }

    /** Two rivals that stand the other way round. */
    private void turned(Set<Failing> failing) {
        List<Word> mine = claimed.words();
        for (int i = 0; i < mine.size(); i++) {
            for (int j = i + 1; j < mine.size(); j++) {
                if (Lexicon.areRivals(mine.get(i).canon(), mine.get(j).canon())
                        && position(mine.get(i)) > position(mine.get(j))
                        && position(mine.get(j)) >= 0) {
                    failing.add(at(mine.get(i), "The source has this and “" + mine.get(j).plain() + "” the other way round."));
                }
            }
        }
    }

    private int position(Word word) {
        for (int i = 0; i < source.words().size(); i++) {
            if (source.words().get(i).canon().equals(word.canon())) {
                return i;
            }
        }
        return -1;
    }

    private String written(String canon) {
        return source.words().stream()
                .filter(word -> word.canon().equals(canon))
                .map(Word::plain)
                .findFirst()
                .orElse(canon);
    }

    private static Failing at(Word word, String reason) {
        return new Failing(Kind.SUBJECT, Math.max(0, word.start()), Math.max(1, word.end()), reason);
    }
}
