package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a sentence speaks of what another speaks of: no product, person, way or name in the place of its rival, and no word
 * that the evidence uses of something else.
 */
final class SubjectCheck {

    /** Likeness from which on the two are taken for the same sentence with something exchanged. */
    private static final double ALIKE = 0.6;
    /** From which on nothing may be put in either. */
    private static final double VERY_ALIKE = 0.8;
    /** Sameness from which even a common word is one that was exchanged. */
    private static final double COPIED = 0.85;
    /** Words of one name. */
    private static final int FEW = 5;

    private final Sentence claimed;
    private final Sentence source;
    private final Set<String> own;
    private final Set<String> said;
    private final Alignment alignment;
    private final Set<String> elsewhere;

    SubjectCheck(Sentence claimed, Sentence source, Alignment alignment, Set<String> elsewhere) {
        this.claimed = claimed;
        this.source = source;
        this.own = new HashSet<>(source.canons());
        own.addAll(source.subject());
        this.said = claimed.canons();
        this.alignment = alignment;
        this.elsewhere = elsewhere;
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
        boolean name = word.proper() && !Lexicon.isGeneral(word.canon());
        if (!around && (name || isTold(word))) {
            failing.add(at(word, "The source does not speak of “" + word.plain() + "”."));
        } else if (around && (name || Lexicon.distinguishes(word.canon()))) {
            source.words().stream()
                    .filter(other -> (other.proper() && name || !name && Lexicon.distinguishes(other.canon()))
                            && !Lexicon.isGeneral(other.canon())
                            && !said.contains(other.canon())
                            && (name || !source.around().contains(other.canon())))
                    .findFirst()
                    .ifPresent(other -> failing.add(at(word, "The source says this of “" + other.plain() + "”.")));
        }
    }

    /** A word that tells things apart, where the source tells them apart too or speaks of something else. */
    private boolean isTold(Word word) {
        boolean rival = source.around().stream().anyMatch(other -> Lexicon.areRivals(word.canon(), other));
        boolean otherwise = source.words().stream()
                .anyMatch(other -> other.isContent() && !other.isGeneral() && !said.contains(other.canon()));
        return Lexicon.distinguishes(word.canon()) && (rival || otherwise) || !word.isGeneral() && otherwise && elsewhere.contains(word.canon());
    }

    /** A word in the very place where the other sentence has another. */
    private void exchanged(Alignment.Gap gap, Set<Failing> failing) {
        for (Word mine : gap.claimed()) {
            for (Word theirs : gap.source()) {
                if (Lexicon.areRivals(mine.canon(), theirs.canon()) && !said.contains(theirs.canon())) {
                    failing.add(at(mine, "The source says “" + theirs.plain() + "” here."));
                }
            }
        }
        List<Word> mine = telling(gap.claimed(), own);
        List<Word> theirs = telling(gap.source(), said);
        if (!mine.isEmpty() && !theirs.isEmpty() && mine.size() <= FEW && theirs.size() <= FEW) {
            failing.add(at(mine.getFirst(), "The source says “" + theirs.getFirst().plain() + "” here."));
        } else if (!mine.isEmpty() && alignment.likeness() >= VERY_ALIKE && mine.size() <= 2) {
            boolean exchanged = gap.source().stream().anyMatch(word -> word.isContent() && !word.isGeneral());
            mine.stream()
                    .filter(word -> exchanged || !source.around().contains(word.canon()))
                    .findFirst()
                    .ifPresent(word -> failing.add(at(word, "The source does not say “" + word.plain() + "” here.")));
        } else if (alignment.likeness() >= VERY_ALIKE && gap.claimed().size() <= 2) {
            boolean told = gap.claimed().stream().anyMatch(word -> word.isContent() && !word.isGeneral());
            boolean copied = alignment.sameness() >= COPIED;
            boolean any = gap.claimed().stream().anyMatch(Word::isContent);
            theirs.stream()
                    .filter(word -> told || any && (copied || word.proper() || Lexicon.distinguishes(word.canon())))
                    .findFirst()
                    .ifPresent(word -> failing.add(at(gap.claimed().getFirst(), "The source says “" + word.plain() + "” here.")));
        }
    }

    private static List<Word> telling(List<Word> words, Set<String> known) {
        return words.stream()
                .filter(word -> word.isContent() && !word.isGeneral() && !known.contains(word.canon()))
                .toList();
    }

    /** Two rivals that stand the other way round. */
    private void turned(Set<Failing> failing) {
        List<Word> mine = firsts(claimed);
        List<String> theirs = firsts(source).stream().map(Word::canon).toList();
        for (int i = 0; i < mine.size(); i++) {
            for (Word later : mine.subList(i + 1, mine.size())) {
                int at = theirs.indexOf(later.canon());
                if (at >= 0 && theirs.indexOf(mine.get(i).canon()) > at && Lexicon.areRivals(mine.get(i).canon(), later.canon())) {
                    failing.add(at(mine.get(i), "The source has this and “" + later.plain() + "” the other way round."));
                }
            }
        }
    }

    /** Content words where they stand first. */
    private static List<Word> firsts(Sentence sentence) {
        Set<String> seen = new HashSet<>();
        return sentence.words().stream().filter(word -> word.isContent() && seen.add(word.canon())).toList();
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
