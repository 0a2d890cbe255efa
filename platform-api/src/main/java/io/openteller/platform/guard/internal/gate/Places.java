package io.openteller.platform.guard.internal.gate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where, when and by what something holds: in shops, on cash, at weekends. Another word after the same preposition is another case. */
final class Places {

    private static final Pattern PLACE =
            Pattern.compile("\\b(?<prep>in|on|at|by|from)\\s+(?:(?:a|an|the|your|our|this|any)\\s+)?(?<what>\\p{L}+)");

    private Places() {}

    /** Prepositions, each with the stem of the word after it. */
    static Set<String> in(Clause clause) {
        Set<String> places = new LinkedHashSet<>();
        String plain = clause.plain();
        for (Matcher match = PLACE.matcher(plain); match.find(); ) {
            clause.whole().terms(clause.from() + match.start("what"), clause.from() + match.end("what"))
                    .forEach(term -> places.add(match.group("prep") + " " + term));
        }
        return places;
    }

    /** Whether a claim has one that the evidence has elsewhere, where the fact has another that the claim does not speak of. */
    static boolean differ(Clause clause, Fact fact, Set<String> terms, Fit fit) {
        return in(clause).stream().anyMatch(place -> {
            String prep = place.substring(0, place.indexOf(' ') + 1);
            String what = place.substring(prep.length());
            return tells(what) && fit.isKnown(what) && fact.speaksOf(what) <= Fit.SURELY && fact.places().stream()
                    .filter(other -> other.startsWith(prep))
                    .map(other -> other.substring(prep.length()))
                    .anyMatch(other -> tells(other) && !terms.contains(other));
        });
    }

    private static boolean tells(String term) {
        return !Lexicon.isGeneral(term) || Lexicon.distinguishes(term);
    }
}
