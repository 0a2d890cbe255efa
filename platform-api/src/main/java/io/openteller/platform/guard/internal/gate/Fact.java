package io.openteller.platform.guard.internal.gate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The smallest thing that a text says: a clause, or a cell of a table.
 *
 * @param terms stems of the words that it may be spoken of by, each with how surely it is, 0 to 1
 * @param names stems of what it is about: the name of a product, heads of row and column, what stands before a colon
 * @param own stems of its own words
 * @param conditions what it holds for only; a reply that says it without one of each says more than the source
 * @param restricted whether its sentence limits it: if, unless, except, only
 * @param denied stems of what stands after a negator, other than of a charge
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
        String text) {

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
}
