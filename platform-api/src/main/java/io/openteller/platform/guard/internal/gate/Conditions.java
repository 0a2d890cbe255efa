package io.openteller.platform.guard.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a charge of none depends on: a reply that says it without one word of each group says more than the source. */
final class Conditions {

    private static final Pattern LIMITING = Pattern.compile(
            "\\b(?:if|unless|except|provided|only|in any (?:day|week|month|year) in which|as long as|less than|at least|first)\\b");
    private static final Pattern GIVEN = Pattern.compile("\\b(?:if|unless|except|provided|in any \\p{L}+ in which|as long as)\\b");
    private static final Pattern FOR = Pattern.compile("^[^,.;]{0,12}?\\b(?:for|in|at|on|by|with|from|online|to)\\b(?<whom>[^,;.]*)");

    private static final String FEE = Lexicon.canon("fee");

    private Conditions() {}

    static boolean limit(Spoken sentence) {
        return LIMITING.matcher(sentence.plain()).find();
    }

    static List<Set<String>> of(Clause clause) {
        Figure none = clause.figures().stream().filter(Charges::isNone).findFirst().orElse(null);
        List<Set<String>> conditions = new ArrayList<>();
        if (none == null) {
            return conditions;
        }
        Spoken whole = clause.whole();
        Matcher given = GIVEN.matcher(whole.plain());
        if (given.find()) {
            add(whole, given.end(), whole.text().length(), conditions);
        }
        add(whole, clause.from(), none.start(), conditions);
        clause.figures().stream()
                .filter(figure -> figure.start() < none.start())
                .forEach(figure -> conditions.add(Set.of(Spoken.number(figure))));
        Matcher group = FOR.matcher(whole.plain().substring(none.end(), clause.to()));
        if (group.find()) {
            add(whole, none.end() + group.start("whom"), none.end() + group.end("whom"), conditions);
        }
        return conditions;
    }

    private static void add(Spoken whole, int from, int to, List<Set<String>> into) {
        Set<String> terms = whole.terms(from, to);
        terms.remove(FEE);
        terms.removeIf(term -> Lexicon.isGeneral(term) && !Lexicon.distinguishes(term));
        whole.figures().stream()
                .filter(figure -> figure.start() >= from && figure.end() <= to)
                .forEach(figure -> terms.add(Spoken.number(figure)));
        if (!terms.isEmpty()) {
            into.add(terms);
        }
    }
}
