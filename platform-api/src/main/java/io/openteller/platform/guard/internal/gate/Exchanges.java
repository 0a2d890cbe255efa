package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A word of a near copy that stands in the very place where the source has another. */
final class Exchanges {

    /** Sameness from which a sentence is a copy with something exchanged. */
    static final double COPIED = 0.75;

    /** From which even several exchanges are no other wording. */
    private static final double NEARLY = 0.85;
    private static final int FEW = 3;
    /** Words that widen what is said of one thing. */
    private static final Set<String> WIDENING = Set.of("all", "any", "both", "each", "either", "every", "other", "another");

    /** Words that stand for what was named before. */
    private static final Set<String> POINTING = Set.of("the", "a", "an", "this", "that", "these", "those", "it", "its", "they", "their", "your",
            "our", "my", "you", "we", "he", "she", "his", "her", "such");

    private Exchanges() {}

    static List<Failing> in(Sentence claimed, Sentence source, Alignment alignment) {
        if (alignment.copied() < COPIED) {
            return List.of();
        }
        List<Alignment.Gap> exchanged = alignment.gaps().stream().filter(Exchanges::isExchange).toList();
        if (exchanged.size() > 1 && alignment.copied() < NEARLY) {
            return List.of();
        }
        List<Failing> failing = new ArrayList<>();
        for (Alignment.Gap gap : exchanged) {
            // Words that only changed places are both still there.
            boolean moved = alignment.gaps().size() > 1
                    && claimed.canons().containsAll(canons(gap.source())) && source.canons().containsAll(canons(gap.claimed()));
            if (!moved) {
                Word mine = gap.claimed().stream().filter(word -> tells(word)).findFirst().orElse(gap.claimed().getFirst());
                Word theirs = gap.source().stream().filter(Word::isContent).findFirst().orElse(gap.source().getFirst());
                failing.add(new Failing(Kind.SUBJECT, Math.max(0, mine.start()), Math.max(1, mine.end()),
                        "The source says “" + theirs.plain() + "” here."));
            }
        }
        return failing;
    }

    private static boolean isExchange(Alignment.Gap gap) {
        List<Word> mine = gap.claimed();
        List<Word> theirs = gap.source();
        boolean one = mine.size() == 1 && theirs.size() == 1;
        if (one && Lexicon.areRivals(mine.getFirst().canon(), theirs.getFirst().canon())) {
            return true;
        }
        if (mine.isEmpty() || theirs.isEmpty() || mine.size() > FEW || theirs.size() > FEW || theirs.stream().noneMatch(Word::isContent)) {
            return false;
        }
        boolean common = theirs.stream().allMatch(Exchanges::isCommon);
        if (mine.stream().noneMatch(Exchanges::tells)) {
            return one && !common && !POINTING.contains(mine.getFirst().plain());
        }
        // In other common words it is another way to say the same; what is done may be called otherwise too.
        boolean doing = Stream.concat(mine.stream(), theirs.stream()).allMatch(Exchanges::isDoing);
        return !(common && mine.stream().allMatch(Exchanges::isCommon) && !one) && !doing;
    }

    private static boolean isCommon(Word word) {
        return word.stop() || word.isGeneral();
    }

    private static boolean isDoing(Word word) {
        return word.stop() ? !WIDENING.contains(word.plain()) : Lexicon.isDoing(word.canon()) && !Lexicon.distinguishes(word.canon());
    }

    private static boolean tells(Word word) {
        return word.isContent() || WIDENING.contains(word.plain());
    }

    private static List<String> canons(List<Word> words) {
        return words.stream().filter(Word::isContent).map(Word::canon).toList();
    }
}
