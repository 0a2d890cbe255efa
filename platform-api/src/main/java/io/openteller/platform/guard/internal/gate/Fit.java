package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How well the facts of some evidence fit what a clause speaks of. Words that only few facts have count most. */
final class Fit {

    /** Sureness from which a fact speaks of a word and does not only stand near it. */
    static final double SURELY = 0.8;

    /** Weight of a word that may be said of anything. */
    private static final double GENERAL = 0.35;
    /** What it costs a fact to be about things that the clause does not name. */
    private static final double FOREIGN = 0.15;

    private final List<Fact> facts;
    private final Map<String, Double> weights = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    record Scored(Fact fact, double score) {}

    Fit(List<Fact> facts) {
        this.facts = facts;
        Map<String, Integer> count = new HashMap<>();
        for (Fact fact : facts) {
            names.addAll(fact.names());
            fact.terms().forEach((term, surely) -> count.merge(term, surely >= SURELY ? 1 : 0, Integer::sum));
        }
        double all = 1.0 + facts.size();
        count.forEach((term, times) -> {
            boolean general = Lexicon.isGeneral(term) && !Lexicon.distinguishes(term) && !names.contains(term);
            weights.put(term, (general ? GENERAL : 1) * (0.25 + Math.log(all / Math.max(1, times)) / Math.log(all)));
        });
    }

    boolean isKnown(String term) {
        return weights.containsKey(term);
    }

    /** Whether some fact is about what a word names. */
    boolean isName(String term) {
        return names.contains(term);
    }

    /** Facts that answer the same sort of question as a figure, the best first. */
    List<Scored> comparable(Set<String> terms, Figure figure) {
        return ranked(terms, facts.stream().filter(fact -> fact.hasComparable(figure)).toList());
    }

    /** The best fact that has a figure. */
    @Nullable Scored said(Set<String> terms, Figure figure) {
        return first(comparable(terms, figure), figure);
    }

    static @Nullable Scored first(List<Scored> comparable, Figure figure) {
        return comparable.stream().filter(one -> one.fact().has(figure)).findFirst().orElse(null);
    }

    /** How many words matter and are not in the evidence. */
    long strangers(Set<String> terms) {
        return terms.stream().filter(term -> !Lexicon.isGeneral(term) && !isKnown(term)).count();
    }

    List<Scored> all(Set<String> terms) {
        return ranked(terms, facts);
    }

    /** Whether one fact has nearly all words of a claim that another has, and more of them; or as many, and is about nothing else. */
    boolean isBetter(Fact best, Fact said, Set<String> terms) {
        double gain = gain(best, said, terms);
        double loss = gain(said, best, terms);
        boolean outweighs = loss <= (said.rivals(terms) ? gain : gain / 2);
        return outweighs && gain >= 0.15 || loss <= 0.15 && foreign(said, terms) - foreign(best, terms) > 0.2;
    }

    /** Whether another clause of the same sentence has words of a claim where this one has words that the claim has not. */
    boolean isBeside(Fact other, Fact said, Set<String> terms) {
        double gain = gain(other, said, terms);
        double loss = gain(said, other, terms);
        return other != said && other.text().equals(said.text()) && gain > 0.1 && loss < 0.6
                && !said.ownBeside(other, terms).isEmpty() && other.ownBeside(said, terms).isEmpty();
    }

    /** By how much one fact speaks of the terms more surely than another, where it does. */
    private double gain(Fact one, Fact other, Set<String> terms) {
        return terms.stream().mapToDouble(term -> weight(term) * Math.max(0, one.speaksOf(term) - other.speaksOf(term))).sum();
    }

    private double foreign(Fact fact, Set<String> terms) {
        return fact.names().stream().filter(name -> !terms.contains(name)).mapToDouble(this::weight).sum();
    }

    private List<Scored> ranked(Set<String> terms, List<Fact> among) {
        List<Scored> ranked = new ArrayList<>();
        among.forEach(fact -> ranked.add(new Scored(fact, score(terms, fact))));
        ranked.sort(Comparator.comparingDouble(Scored::score).reversed());
        return ranked;
    }

    private double score(Set<String> terms, Fact fact) {
        double has = 0;
        double all = 0;
        for (String term : terms) {
            double weight = weight(term);
            all += weight;
            has += weight * fact.speaksOf(term);
            if (weight > 0 && fact.speaksOf(term) == 0 && hasRival(term, terms, fact)) {
                has -= weight / 2;
            }
        }
        double named = fact.names().stream().mapToDouble(this::weight).sum();
        return (all == 0 ? 0 : has / all) - (named == 0 ? 0 : FOREIGN * foreign(fact, terms) / named);
    }

    private double weight(String term) {
        return weights.getOrDefault(term, 0.0);
    }

    private static boolean hasRival(String term, Set<String> terms, Fact fact) {
        return Lexicon.hasRivals(term) && fact.terms().entrySet().stream()
                .anyMatch(entry -> entry.getValue() >= SURELY && !terms.contains(entry.getKey()) && Lexicon.areRivals(term, entry.getKey()));
    }
}
