package io.openteller.platform.guard.internal.gate;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The smallest thing that a text says: a clause, or a cell of a table.
 *
 * @param terms stems of the words that it may be spoken of by, each with how surely it is, 0 to 1
 * @param names stems of what it is about: the name of a product, heads of row and column, what stands before a colon
 * @param own stems of its own words
 * @param conditions what it holds for only; a reply that says it without one of each says more than the source
 * @param restricted whether its sentence limits it: if, unless, except, only
 * @param denied stems of what stands after a negator, other than of a charge
 * @param places prepositions with the stem after them: in branch, on weekday
 * @param text of the sentence, or of cell and heads, to be shown
 */
record Fact(
        Map<String, Double> terms,
        Set<String> names,
        Set<String> own,
        List<Figure> figures,
        List<Set<String>> conditions,
        boolean restricted,
        Set<String> denied,
        Set<String> places,
        String text) {

    private static final List<String> TURNS = Stream.of("deposit", "withdraw", "buy", "sell", "raise", "reduce", "send")
            .map(Lexicon::canon)
            .toList();

    double speaksOf(String term) {
        return terms.getOrDefault(term, 0.0);
    }

    boolean has(Figure figure) {
        return figures.stream().anyMatch(other -> Charges.isSame(figure, other));
    }

    boolean hasComparable(Figure figure) {
        return figures.stream().anyMatch(other -> Charges.areComparable(figure, other));
    }

    /** Whether its own words have a rival of what a claim speaks of. */
    boolean rivals(Set<String> claimed) {
        return claimed.stream().anyMatch(term -> speaksOf(term) < Fit.SURELY
                && own.stream().anyMatch(other -> !claimed.contains(other) && Lexicon.areRivals(term, other)));
    }

    /** Whether it speaks of the opposite direction: money paid in where a claim takes it out. */
    boolean opposes(Set<String> claimed) {
        return TURNS.stream().anyMatch(term -> claimed.contains(term) && speaksOf(term) == 0
                && TURNS.stream().anyMatch(other -> own.contains(other) && !claimed.contains(other) && Lexicon.areRivals(term, other)));
    }

    /** Of two facts of one sentence, the words of this one's clause that neither the claim nor the other has. */
    Set<String> ownBeside(Fact other, Set<String> claimed) {
        Set<String> words = new HashSet<>(own);
        words.removeAll(claimed);
        words.removeIf(word -> other.speaksOf(word) >= Fit.SURELY);
        return words;
    }
}
