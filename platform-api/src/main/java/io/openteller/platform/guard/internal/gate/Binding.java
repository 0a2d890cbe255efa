package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.internal.gate.Fit.Scored;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /** By how much another fact must fit better. */
    private static final double LEAST = 0.02;
    /** Fit from which a clause is what a fact says. */
    private static final double SURE = 0.55;
    /** Of two facts that fit equally, either may be meant. */
    private static final double EQUAL = 0.02;
    private static final Pattern UNIVERSAL =
            Pattern.compile("\\b(?:all|any|anyone|every|everyone|everybody|always|at any time|whenever|even)\\b");

    private final Fit fit;

    Binding(List<Fact> facts) {
        fit = new Fit(facts);
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
            Optional<Failing> conflict = clause.figures().stream()
                    .flatMap(figure -> conflict(figure, clause, terms).stream()).findFirst();
            conflict = conflict.isPresent() ? conflict : denial(clause, terms);
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

    private Optional<Failing> conflict(Figure figure, Clause clause, Set<String> terms) {
        List<Scored> comparable = fit.comparable(terms, figure);
        Scored said = first(comparable, figure);
        if (said == null) {
            return Optional.empty();
        }
        Scored best = comparable.getFirst();
        boolean joint = clause.figures().size() > 1 && clause.figures().stream().allMatch(said.fact()::has);
        boolean beside = comparable.stream()
                .anyMatch(one -> !one.fact().has(figure) && fit.isBeside(one.fact(), said.fact(), terms));
        if (!joint && beside || !joint && best.score() > said.score() + LEAST && fit.isBetter(best.fact(), said.fact(), terms)) {
            return failing(figure, "The source says this of something else: “" + said.fact().text().strip() + "”");
        }
        if (said.fact().opposes(terms)) {
            return failing(figure, "The source says this of the opposite: “" + said.fact().text().strip() + "”");
        }
        return strangers(terms) <= 1 && isWider(figure, clause, said.fact())
                ? failing(figure, "The source says this with a condition: “" + said.fact().text().strip() + "”")
                : Optional.empty();
    }

    /** A clause that says what the fact denies. */
    private Optional<Failing> denial(Clause clause, Set<String> terms) {
        if (!clause.figures().isEmpty() || Denials.mayBeIn(clause) || strangers(terms) > 0) {
            return Optional.empty();
        }
        List<Scored> ranked = fit.all(terms);
        boolean denied = !ranked.isEmpty() && ranked.getFirst().score() >= SURE && ranked.stream()
                .takeWhile(one -> one.score() >= ranked.getFirst().score() - EQUAL)
                .allMatch(one -> one.fact().denied().stream().anyMatch(terms::contains));
        return denied
                ? Optional.of(new Failing(Kind.ELIGIBILITY, clause.from(), clause.to(), "The source denies this: “"
                        + ranked.getFirst().fact().text().strip() + "”"))
                : Optional.empty();
    }

    private boolean isBound(Clause clause, Set<String> terms) {
        if (strangers(terms) > Math.max(1, telling(terms) / 2)
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
            Scored said = first(fit.comparable(terms, figure), figure);
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

    private static @Nullable Scored first(List<Scored> comparable, Figure figure) {
        return comparable.stream().filter(one -> one.fact().has(figure)).findFirst().orElse(null);
    }

    /** Words that matter and that the evidence does not have. */
    private long strangers(Set<String> terms) {
        return terms.stream().filter(term -> !Lexicon.isGeneral(term) && !fit.isKnown(term)).count();
    }

    private static long telling(Set<String> terms) {
        return terms.stream().filter(term -> !Lexicon.isGeneral(term)).count();
    }

    /** Whether a reply says more than the fact: free, where it is free for some; all, where only some are meant. */
    private static boolean isWider(Figure figure, Clause clause, Fact fact) {
        Set<String> whole = clause.whole().everything();
        boolean given = fact.conditions().stream().allMatch(group -> group.stream().anyMatch(whole::contains));
        return Charges.isNone(figure) && !given
                || fact.restricted() && UNIVERSAL.matcher(clause.plain()).find() && !UNIVERSAL.matcher(Plain.of(fact.text())).find();
    }

    private static Optional<Failing> failing(Figure figure, String reason) {
        return Optional.of(new Failing(Charges.isNone(figure) ? Kind.ELIGIBILITY : figure.kind(), figure.start(), figure.end(), reason));
    }
}
