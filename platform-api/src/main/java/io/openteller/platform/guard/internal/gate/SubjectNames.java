package io.openteller.platform.guard.internal.gate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of products as they are written: words with capitals; at the start of a sentence two of them. */
final class SubjectNames {

    private static final Pattern CAPITALS = Pattern.compile("(?:^|(?<=[^\\p{L}\\d-]))(?:The |A |An |With |For |On |Our |Each |No )?"
            + "(?<name>\\p{Lu}[\\p{L}\\d]*(?:[- ]\\p{Lu}[\\p{L}\\d]*)*)");
    private static final Pattern MONTHS = Pattern.compile(
            "January|February|March|April|May|June|July|August|September|October|November|December|\\p{Lu}\\p{L}+day");
    private static final Pattern SEVERAL = Pattern.compile(".*[ -].*|.+\\p{Lu}.*");
    /** NEFT, ATMs: ways and things, not products. */
    private static final Pattern ABBREVIATION = Pattern.compile("[\\p{Lu}\\d]+s?");

    private SubjectNames() {}

    static Set<String> in(Clause clause) {
        return in(clause.whole(), clause.from(), clause.to());
    }

    static Set<String> in(Spoken whole, int from, int to) {
        Set<String> names = new LinkedHashSet<>();
        String text = whole.text().substring(from, to);
        int start = text.length() - text.stripLeading().length();
        for (Matcher match = CAPITALS.matcher(text); match.find(); ) {
            String name = match.group("name");
            boolean begins = match.start("name") == start && !SEVERAL.matcher(name).matches();
            if (!begins && !ABBREVIATION.matcher(name).matches() && !MONTHS.matcher(name).matches()) {
                names.addAll(whole.terms(from + match.start("name"), from + match.end("name")));
            }
        }
        return names;
    }
}
