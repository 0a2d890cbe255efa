package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.internal.gate.Fit.Scored;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which fact of the evidence a clause speaks of: of those that answer the same sort of question, the one whose subject fits its words
 * best must have the figure that the clause says.
 */
final class Binding {

    /** What the facts say of a sentence. */
    sealed interface Outcome {
        /** Another fact fits its words better, or it leaves out what the fact depends on. */
        record Conflict(Failing failing) implements Outcome {}

        /** Each clause is what one fact says, in other words. */
        record Bound() implements Outcome {}

        record Unsure() implements Outcome {}
    }

    /** Fit from which a clause is what a fact says. */
    static final double SURE = 0.5;
    /** Of two facts that fit equally, either may be meant. */
    static final double EQUAL = 0.02;

    private final Fit fit;
    private final Contradictions contradictions;

    Binding(List<Fact> facts) {
        fit = new Fit(facts);
        contradictions = new Contradictions(fit);
    }

    /** @param before what the sentence before it names, for one that names nothing */
    Outcome of(Sentence sentence, Set<String> before) {
        Spoken spoken = Spoken.of(sentence);
        boolean bound = true;
        Set<String> carried = Set.of();
        for (Clause clause : Clause.of(spoken)) {
            Set<String> terms = clause.termsBesideFigures();
            Set<String> named = SubjectNames.in(clause);
            if (named.isEmpty()) {
                terms.addAll(before);
            }
            if (terms.stream().noneMatch(fit::isName)) {
                terms.addAll(carried);
            }
            carried = new LinkedHashSet<>(terms);
            carried.removeIf(term -> !fit.isName(term));
            Optional<Failing> conflict = contradictions.in(clause, terms);
            if (conflict.isPresent()) {
                return new Outcome.Conflict(conflict.get());
            }
            bound &= isBound(clause, terms);
        }
        return bound ? new Outcome.Bound() : new Outcome.Unsure();
    }

    /** The products that a sentence names, for the one after it. */
    Set<String> subject(Sentence sentence, Set<String> before) {
        Spoken spoken = Spoken.of(sentence);
        Set<String> named = SubjectNames.in(spoken, 0, spoken.text().length());
        named.removeIf(term -> !fit.isName(term));
        return named.isEmpty() ? before : named;
    }

    private boolean isBound(Clause clause, Set<String> terms) {
        if (fit.strangers(terms) > Math.max(1, telling(terms) / 2)
                || terms.stream().anyMatch(term -> Lexicon.distinguishes(term) && !fit.isKnown(term))
                || !SubjectNames.in(clause).stream().allMatch(fit::isKnown)) {
            return false;
        }
        Set<String> denied = Denials.in(clause);
        if (clause.figures().isEmpty()) {
            List<Scored> ranked = fit.all(terms);
            return !ranked.isEmpty() && ranked.getFirst().score() >= SURE && ranked.stream()
                    .takeWhile(one -> one.score() >= ranked.getFirst().score() - EQUAL)
                    .anyMatch(one -> isOf(one.fact(), terms, denied));
        }
        return clause.figures().stream().allMatch(figure -> {
            Scored said = fit.said(terms, figure);
            return said == null
                    // Once a year, beside the day of the year.
                    ? figure.unit().equals("x") && figure.value().intValue() == 1 && clause.figures().size() > 1
                    : said.score() >= SURE && isOf(said.fact(), terms, denied) && Limits.agree(figure, said.fact());
        });
    }

    /** Whether a fact speaks of each name that a clause has, of no rival of its words, and denies what it denies. */
    private boolean isOf(Fact fact, Set<String> terms, Set<String> denied) {
        boolean alike = denied.isEmpty() ? fact.denied().isEmpty() : denied.stream().anyMatch(fact.denied()::contains);
        return alike && !fact.rivals(terms)
                && terms.stream().filter(fit::isName).allMatch(term -> fact.speaksOf(term) >= Fit.SURELY);
    }

    private static long telling(Set<String> terms) {
        return terms.stream().filter(term -> !Lexicon.isGeneral(term)).count();
    }

}
