package io.openteller.platform.guard.internal.gate;

import io.openteller.platform.guard.Claim.Kind;
import io.openteller.platform.guard.internal.gate.Fit.Scored;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a clause says that the facts say of something else, deny, or say with a condition that the clause leaves out. */
final class Contradictions {

    /** By how much another fact must fit better. */
    private static final double LEAST = 0.02;
    private static final Pattern UNIVERSAL =
            Pattern.compile("\\b(?:all|any|anyone|every|everyone|everybody|always|at any time|whatever|regardless|irrespective|even)\\b");

    private final Fit fit;

    Contradictions(Fit fit) {
        this.fit = fit;
    }

    Optional<Failing> in(Clause clause, Set<String> terms) {
        return clause.figures().stream()
                .flatMap(figure -> conflict(figure, clause, terms).stream())
                .findFirst()
                .or(() -> denial(clause, terms));
    }

    private Optional<Failing> conflict(Figure figure, Clause clause, Set<String> terms) {
        List<Scored> comparable = fit.comparable(terms, figure);
        Scored said = Fit.first(comparable, figure);
        if (said == null) {
            return Optional.empty();
        }
        Scored best = comparable.getFirst();
        boolean joint = clause.figures().size() > 1 && clause.figures().stream().allMatch(said.fact()::has);
        boolean beside = comparable.stream()
                .anyMatch(one -> !one.fact().has(figure) && fit.isBeside(one.fact(), said.fact(), terms));
        boolean better = best.score() > said.score() + LEAST && fit.isBetter(best.fact(), said.fact(), terms);
        if (!joint && (beside || better) || said.fact().opposes(terms) || Places.differ(clause, said.fact(), terms, fit)) {
            return failing(figure, "The source says this of something else: “" + said.fact().text().strip() + "”");
        }
        return fit.strangers(terms) <= 1 && isWider(figure, clause, said.fact())
                ? failing(figure, "The source says this with a condition: “" + said.fact().text().strip() + "”")
                : Optional.empty();
    }

    /** A clause that says what the fact denies. */
    private Optional<Failing> denial(Clause clause, Set<String> terms) {
        if (!clause.figures().isEmpty() || Denials.mayBeIn(clause) || fit.strangers(terms) > 0) {
            return Optional.empty();
        }
        List<Scored> ranked = fit.all(terms);
        boolean denied = !ranked.isEmpty() && ranked.getFirst().score() >= Binding.SURE && ranked.stream()
                .takeWhile(one -> one.score() >= ranked.getFirst().score() - Binding.EQUAL)
                .allMatch(one -> one.fact().denied().stream().anyMatch(terms::contains));
        return denied
                ? Optional.of(new Failing(Kind.ELIGIBILITY, clause.from(), clause.to(), "The source denies this: “"
                        + ranked.getFirst().fact().text().strip() + "”"))
                : Optional.empty();
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
